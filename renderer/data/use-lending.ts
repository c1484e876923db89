import { useLiveQuery } from 'dexie-react-hooks';
import { officeScope } from '../../shared/records/record-schemas';
import { withheldScopes } from '../../shared/sync/lost-scopes';
import { useStore } from './store-context';

export interface Lending {
  /** Tours that this laptop's own hub may not lend: the central server took them away, or a person put them away. */
  readonly withheld: ReadonlySet<string>;
  /** Tours of which its hub still holds something, lent or not. */
  readonly held: readonly string[];
}

const none: Lending = { withheld: new Set(), held: [] };

/** What stands between the tours of this laptop and the hub that it lends itself as. */
export function useLending(): Lending {
  const { database } = useStore();
  const lending = useLiveQuery(async () => {
    const row = await database.progress.get('progress');
    const { lost = [], taken = [], away = [] } = row ?? {};
    const hub = row?.hub === undefined ? undefined : await database.hubs.get(row.hub);
    const held = Object.keys(hub?.views ?? {}).filter((scope) => scope !== officeScope);
    return { withheld: withheldScopes({ lost, taken, away: away.map(({ scope }) => scope) }), held };
  }, [database]);
  return lending ?? none;
}
