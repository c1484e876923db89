import type { AddressBook } from '../keys/address-book';
import type { CarriedPages } from './carried-pages';
import type { WithheldChanges } from './withheld-changes';

interface Kept {
  readonly book: AddressBook;
  readonly carried: CarriedPages;
  readonly withheld: WithheldChanges;
}

/**
 * A known laptop is revoked here, or allowed again. What it wrote and no server has judged yet goes on by this laptop's right no more: into no
 * bundle, to no hub. Its pages are still handed in: the office says what becomes of them. Held before the laptop counts as revoked,
 * and let go after it does not, so that a stop in between holds too much and never too little.
 */
export async function revokeWriter(
  { book, carried, withheld }: Kept,
  device: string,
  isRevoked: boolean,
): Promise<void> {
  const pages = await carried.of(device);
  const ids = pages.flatMap(({ page }) => page.changes.map(({ id }) => id));
  if (isRevoked) await withheld.hold(device, ids);
  await book.setRevoked(device, isRevoked);
  if (isRevoked) return;
  await withheld.allow(device);
  // An earlier version held them under their page.
  await withheld.release(ids.filter((id) => withheld.find(id)?.code === 'bundle.writerRevoked'));
}
