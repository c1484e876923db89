import type { AddressBook } from '../keys/address-book';
import type { CarriedPages } from './carried-pages';
import type { LeftPages } from './left-pages';
import type { WithheldChanges } from './withheld-changes';

interface Kept {
  readonly book: AddressBook;
  readonly carried: Pick<CarriedPages, 'wordsOf'>;
  readonly left: Pick<LeftPages, 'wordsOf'>;
  readonly withheld: WithheldChanges;
}

/**
 * A known laptop is revoked here, or allowed again. What it wrote and no server has judged yet goes on by this laptop's right no more: into no
 * bundle, to no hub, to no server. Its pages are still handed in: the office says what becomes of them. `unsent` is what it typed of all that waits
 * to be sent here, by whatever road it came. Held before the laptop counts as revoked, and let go after it does not, so that a stop in between holds
 * too much and never too little.
 */
export async function revokeWriter(
  { book, carried, left, withheld }: Kept,
  device: string,
  isRevoked: boolean,
  unsent: readonly string[],
): Promise<void> {
  const waiting = async () => [...(await carried.wordsOf(device)), ...left.wordsOf(device)];
  if (isRevoked) await withheld.hold(device, [...(await waiting()), ...unsent]);
  await book.setRevoked(device, isRevoked);
  // A bundle that was being taken in meanwhile: what comes from now on is looked at as it comes.
  if (isRevoked) return withheld.hold(device, await waiting());
  await withheld.allow(device);
  // An earlier version held them under their page.
  const old = (await waiting()).filter((id) => withheld.find(id)?.code === 'bundle.writerRevoked');
  await withheld.release(old);
}
