import { useLiveQuery } from 'dexie-react-hooks';
import type { Issue } from '../../shared/records/issue';
import type { Stop } from '../../shared/records/stop';
import { siteIssueRows } from './site-issue-rows';
import { useStore } from './store-context';
import { valuesOfKind } from './values-of-kind';

/** What was found at the other stops of the same site, in this tour and in every other on this laptop; newest first. */
export function useSiteIssues({ id, site }: Pick<Stop, 'id' | 'site'>): readonly Issue[] | undefined {
  const store = useStore();
  return useLiveQuery(
    async () => valuesOfKind(store, await siteIssueRows(store.database, { id, site }), 'issue').toReversed(),
    [store, id, site],
  );
}
