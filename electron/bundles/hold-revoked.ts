import type { AddressBook } from '../keys/address-book';
import type { WordsByLaptop } from './left-pages';
import type { WithheldChanges } from './withheld-changes';

/** Of words that come in, those of laptops that are revoked here go no further. Durable when it resolves, and to be called before they count. */
export async function holdRevoked(
  { book, withheld }: { readonly book: AddressBook; readonly withheld: WithheldChanges },
  words: WordsByLaptop,
): Promise<void> {
  for (const [device, ids] of Object.entries(words))
    if (book.find(device)?.revoked) await withheld.hold(device, ids);
}
