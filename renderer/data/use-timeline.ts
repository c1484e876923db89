import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type MomentRecord, type TimelineParts, listMoments } from '../../shared/timeline/list-moments';
import { momentKinds } from '../../shared/timeline/moment';
import { useStore } from './store-context';
import type { TourView } from './use-tour-view';
import { valuesOfKind } from './values-of-kind';
import { rowsByKeys } from './rows-by-keys';

/** What happened in the course of one tour, redrawn by itself. */
export function useTimeline(view: TourView | null | undefined): ReturnType<typeof listMoments> | undefined {
  const store = useStore();
  const tour = view?.tour.id ?? '';
  const records = useLiveQuery(async (): Promise<Pick<TimelineParts, 'records' | 'attachments'>> => {
    const rows = await rowsByKeys(
      store.database.records,
      '[tour+kind]',
      [...momentKinds, 'attachment' as const].map((kind) => [tour, kind]),
    );
    return {
      records: momentKinds.flatMap((kind) =>
        valuesOfKind(store, rows, kind).map((record) => ({ kind, record }) as MomentRecord),
      ),
      attachments: valuesOfKind(store, rows, 'attachment'),
    };
  }, [store, tour]);
  return useMemo(
    () =>
      view && records
        ? listMoments({ ...records, stops: view.stops, firstDay: view.tour.date.from ?? '' })
        : undefined,
    [view, records],
  );
}
