import { readJoinCard } from '../../shared/protocol/join-card';
import type { DeviceKeys } from '../keys/open-device-keys';
import { joinOffice } from './join-office';
import type { KeptMembership } from './membership';

/**
 * Joins the office of a card that whoever prepared this computer handed over at the start (XUNJI_JOIN), unless the laptop belongs to that
 * server already. A card that no longer works changes nothing: the page of settings takes another one.
 */
export async function joinByCard(
  text: string | undefined,
  membership: KeptMembership,
  keys: DeviceKeys,
  laptop: { readonly name: string; readonly version: string },
): Promise<void> {
  const card = readJoinCard(text ?? '');
  if (!card || membership.get()?.serverUrl === card.serverUrl) return;
  const joined = await joinOffice(card, keys, laptop);
  if (joined.ok) await membership.keep(joined.value);
}
