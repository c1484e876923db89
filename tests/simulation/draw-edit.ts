import type { RecordState } from '../../shared/changes/record-state';
import { shownText } from '../../shared/changes/shown-text';
import type { Edit } from './laptop';

/** The records that people work on; few, so that they meet. */
const targets = [
  { kind: 'note', record: 'note-1', tour: 't1' },
  { kind: 'note', record: 'note-2', tour: 't1' },
  { kind: 'issue', record: 'issue-1', tour: 't1' },
  { kind: 'issue', record: 'issue-2', tour: 't2' },
  { kind: 'stop', record: 'stop-1', tour: 't2' },
  { kind: 'site', record: 'site-1', tour: 't1' },
] as const;

const fieldsOf = {
  note: ['text'],
  issue: ['text', 'measure', 'due'],
  stop: ['spot', 'reason'],
  site: ['name', 'address'],
} as const;

const sentence = '东侧围挡缺损，临边无护栏，塔吊未验收；要求三日内加装并复查。';

/** How a schedule draws: all from one seed, in one order. */
interface Draw {
  random(): number;
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
}

/** What somebody types next on a laptop with these records: words, a date, a decision of a conflict, a deletion, now and then nonsense. */
export function createEdits({
  random,
  below,
  pick,
}: Draw): (records: ReadonlyMap<string, RecordState>, laptop: number) => Edit {
  let typed = 0;

  function longer(state: RecordState | undefined, field: string): string {
    const text = state ? shownText(state, field) : '';
    const at = below(text.length + 1);
    return `${text.slice(0, at)}${sentence.slice(below(10), 10 + below(20))}v${typed};${text.slice(at)}`.slice(
      0,
      600,
    );
  }

  return (records, laptop): Edit => {
    typed += 1;
    if (random() < 0.03)
      return {
        target: { kind: 'note', record: `bad-${laptop}`, tour: 't1' },
        values: { colour: `v${typed}` },
      };
    const target = pick(targets);
    const state = records.get(target.record);
    const torn = Object.entries(state?.fields ?? {}).find(([, field]) => field.heads.length > 1);
    if (state && torn && random() < 0.4) {
      const [name, { heads }] = torn;
      return { target, values: { [name]: pick(heads).value } };
    }
    if (random() < 0.08) {
      const isDeleted = state?.fields['deleted']?.heads[0]?.value === true;
      return { target, values: { deleted: !isDeleted } };
    }
    const field = pick<string>(fieldsOf[target.kind]);
    if (field === 'due') return { target, values: { due: `v${typed}` } };
    return { target, values: { [field]: random() < 0.4 ? longer(state, field) : `v${typed}` } };
  };
}
