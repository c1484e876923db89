import { readJoinCard } from '../../shared/protocol/join-card';
import type { DeviceKeys } from '../keys/open-device-keys';
import { joinOffice } from './join-office';
import type { DataOffice } from './data-office';
import type { KeptMembership } from './membership';

/**
 * Joins the office of a card that whoever prepared this computer handed over at the start (XUNJI_JOIN), unless the laptop belongs to that
 * server already. A card that no longer works changes nothing, nor one of another office than the data here is of: that a person decides in the
 * settings.
 */
export async function joinByCard(
  text: string | undefined,
  membership: KeptMembership,
  dataOffice: DataOffice,
  keys: DeviceKeys,
  laptop: { readonly name: string; readonly version: string },
): Promise<void> {
  const card = readJoinCard(text ?? '');
  if (!card || membership.get()?.serverUrl === card.serverUrl) return;
  const joined = await joinOffice(card, keys, laptop);
  if (!joined.ok || !dataOffice.accepts(joined.value)) return;
  await dataOffice.claim(joined.value);
  await membership.keep(joined.value);
}
