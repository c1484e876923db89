import { problem } from '../../shared/problems';
import type { AddressBook } from '../keys/address-book';
import type { CarriedPages } from './carried-pages';
import type { WithheldChanges } from './withheld-changes';

interface Kept {
  readonly book: AddressBook;
  readonly carried: CarriedPages;
  readonly withheld: WithheldChanges;
}

const why = problem('bundle.writerRevoked');

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
  if (isRevoked)
    for (const { name, page } of pages)
      await withheld.keep(
        name,
        page.changes.map(({ id }) => ({ change: id, problem: why })),
      );
  await book.setRevoked(device, isRevoked);
  if (isRevoked) return;
  const ids = pages.flatMap(({ page }) => page.changes.map(({ id }) => id));
  await withheld.release(ids.filter((id) => withheld.find(id)?.code === why.code));
}
