import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../../shared/records/record-schemas';
import { useObservable } from '../../data/observable';
import type { OutgoingRecord } from '../../data/outgoing/read-outgoing';
import { usePlaces } from '../../data/outgoing/use-places';
import { recordsUnderWay } from '../../data/under-way';
import { VirtualRows } from '../../ui/virtual-rows';
import { type OutgoingEntry, type OutgoingState, groupOutgoing, stateOf } from './group-outgoing';
import { OutgoingHead } from './outgoing-head';
import { OutgoingLine } from './outgoing-line';

const states = ['all', 'local', 'sending', 'refused', 'held', 'files'] as const;

/** Every record of which something has not arrived: where it belongs, how far it has come, and what a person can do. */
export function OutgoingPanel({ records }: { readonly records: readonly OutgoingRecord[] }) {
  const { t } = useTranslation();
  const underWay = useObservable(recordsUnderWay);
  const [state, setState] = useState<(typeof states)[number]>('all');
  const [kind, setKind] = useState<RecordKind | ''>('');
  const names = usePlaces(ids(records.map(({ tour }) => tour)), ids(records.map(({ stop }) => stop)));
  const counts = useMemo(() => countStates(records, underWay), [records, underWay]);
  const entries = useMemo(() => {
    const wanted = records.filter(
      (record) =>
        (kind === '' || record.kind === kind) && (state === 'all' || stateOf(record, underWay) === state),
    );
    return names ? groupOutgoing(wanted, underWay, names) : [];
  }, [records, underWay, names, state, kind]);
  const kinds = ids(records.map((record) => record.kind)) as readonly RecordKind[];
  return (
    <section id="sync-outgoing" tabIndex={-1} className="panel sync-section" aria-labelledby="outgoing-title">
      <div className="sync-section-head">
        <h2 id="outgoing-title">{t('sending.title', { n: records.length })}</h2>
        <Segmented
          aria-label={t('sending.byState')}
          value={state}
          onChange={setState}
          options={states.map((value) => ({
            value,
            label:
              value === 'all'
                ? t('sending.all')
                : t('sending.stateCount', { state: t(`sending.states.${value}`), n: counts[value] }),
          }))}
        />
        <Select
          className="sync-kinds"
          aria-label={t('sending.byKind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: '' as const, label: t('sending.allKinds') },
            ...kinds.map((value) => ({ value, label: t(`records.kinds.${value}`) })),
          ]}
        />
      </div>
      {names && entries.length === 0 && <p className="soft">{t('sending.noneOfThese')}</p>}
      {names && entries.length > 0 && (
        <VirtualRows
          label={t('sending.title', { n: records.length })}
          rows={entries}
          keyOf={keyOf}
          heightOf={heightOf}
          render={(entry) =>
            entry.kind === 'record' ? (
              <OutgoingLine record={entry.record} state={entry.state} />
            ) : (
              <OutgoingHead entry={entry} names={names} />
            )
          }
        />
      )}
    </section>
  );
}

function ids(all: readonly string[]): readonly string[] {
  return [...new Set(all)].filter((id) => id !== '').sort();
}

function countStates(
  records: readonly OutgoingRecord[],
  underWay: ReadonlySet<string>,
): Readonly<Record<OutgoingState, number>> {
  const counts = { local: 0, sending: 0, refused: 0, held: 0, files: 0 };
  for (const record of records) counts[stateOf(record, underWay)] += 1;
  return counts;
}

function keyOf(entry: OutgoingEntry): string {
  switch (entry.kind) {
    case 'record':
      return entry.record.record;
    case 'stop':
      return `stop ${entry.tour} ${entry.stop}`;
    case 'tour':
      return `tour ${entry.tour}`;
    case 'refused':
    case 'held':
      return entry.kind;
  }
}

/** As the style sheet draws them. */
function heightOf(entry: OutgoingEntry): number {
  switch (entry.kind) {
    case 'record':
      return entry.record.refused ? 6.4 : 3.2;
    case 'stop':
      return 2.3;
    case 'tour':
      return 2.9;
    case 'refused':
    case 'held':
      return 3.6;
  }
}
