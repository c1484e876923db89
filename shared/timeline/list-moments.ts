import type { Attachment } from '../records/attachment';
import type { RecordOf } from '../records/record-schemas';
import type { Stop } from '../records/stop';
import type { Moment, MomentKind } from './moment';

export type MomentRecord = {
  readonly [K in MomentKind]: { readonly kind: K; readonly record: RecordOf<K> };
}[MomentKind];

export interface TimelineParts {
  /** The first day of the tour ("YYYY-MM-DD"), for what has a time but no day; empty where it is not known. */
  readonly firstDay: string;
  readonly stops: readonly Stop[];
  readonly records: readonly MomentRecord[];
  readonly attachments: readonly Attachment[];
}

/** Photos of one stop with at most this many minutes between them are one moment. */
const burstMinutes = 10;

const label = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;

/** Everything with a time, in the order of its labels; `untimed` is what has none. */
export function listMoments(parts: TimelineParts): {
  readonly moments: readonly Moment[];
  readonly untimed: number;
} {
  const teams = new Map(parts.stops.map((stop) => [stop.id, stop.team]));
  const meetings = meetingsOf(parts.records);
  const found = [
    ...parts.records.map(({ kind, record }) =>
      momentOf(kind, record, wordsOf({ kind, record } as MomentRecord), meetings.get(record.id)),
    ),
    ...parts.attachments.map(fileMoment),
  ].map((moment) => ({ ...moment, team: teams.get(moment.stop) ?? '' }));
  const timed = found.filter((moment) => moment.time !== '');
  const visits = parts.stops.flatMap((stop) => visitMoments(stop, dayOf(stop.id, timed) || parts.firstDay));
  return {
    moments: gatherBursts([...visits, ...timed].toSorted(byLabel)),
    untimed: found.length - timed.length,
  };
}

function momentOf(
  what: Moment['what'],
  record: { readonly id: string; readonly stop: string; readonly at: string; readonly author: string },
  words: string,
  meeting = '',
): Omit<Moment, 'team'> {
  const [, day = '', time = ''] = label.exec(record.at) ?? [];
  const { id, stop, author } = record;
  return { id, what, day, time, until: time, stop, meeting, record: id, words, author, count: 1 };
}

/** By record; a task stands where that stands from which it was taken. */
function meetingsOf(records: readonly MomentRecord[]): ReadonlyMap<string, string> {
  const own = new Map(
    records.flatMap(({ kind, record }) =>
      kind === 'remark' || kind === 'request' ? [[record.id, record.meeting] as const] : [],
    ),
  );
  const tasks = records.flatMap(({ kind, record }) =>
    kind === 'task' ? [[record.id, own.get(record.basis) ?? ''] as const] : [],
  );
  return new Map([...own, ...tasks]);
}

function wordsOf({ kind, record }: MomentRecord): string {
  switch (kind) {
    case 'remark':
      return [record.speakerName, record.verb, record.edited || record.text].filter(Boolean).join(' ');
    case 'handover':
      return [record.policy, record.receiver].filter(Boolean).join(' → ');
    case 'signature':
      return [record.signer, record.post, record.unit].filter(Boolean).join(' ');
    default:
      return record.text;
  }
}

function fileMoment(file: Attachment): Omit<Moment, 'team'> {
  const what = file.mime.startsWith('image/') ? 'photo' : file.mime.startsWith('audio/') ? 'memo' : 'file';
  const at = label.test(file.takenAt) ? corrected(file) : file.at;
  return momentOf(what, { ...file, at }, file.caption || file.name);
}

/** The time of a camera whose clock was wrong, as it was corrected when the picture was matched. */
function corrected({ takenAt, clockOffset }: Attachment): string {
  const millis = Date.parse(`${takenAt.slice(0, 19)}Z`);
  return Number.isNaN(millis) ? takenAt : new Date(millis + clockOffset * 1000).toISOString();
}

function visitMoments(stop: Stop, day: string): readonly Moment[] {
  const base = {
    day,
    team: stop.team,
    stop: stop.id,
    meeting: '',
    record: '',
    words: '',
    author: '',
    count: 1,
  };
  return (['arrival', 'departure'] as const).flatMap((what) => {
    const time = what === 'arrival' ? stop.visitedAt : stop.leftAt;
    return /^\d{2}:\d{2}$/.test(time) ? [{ ...base, id: `${what} ${stop.id}`, what, time, until: time }] : [];
  });
}

/** The day on which most was recorded at a stop. */
function dayOf(stop: string, moments: readonly Omit<Moment, 'team'>[]): string {
  const days = new Map<string, number>();
  for (const moment of moments)
    if (moment.stop === stop) days.set(moment.day, (days.get(moment.day) ?? 0) + 1);
  return [...days].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

const rank = (moment: Moment) => (moment.what === 'arrival' ? 0 : moment.what === 'departure' ? 2 : 1);

function byLabel(a: Moment, b: Moment): number {
  const [left, right] = [`${a.day} ${a.time} ${rank(a)} ${a.id}`, `${b.day} ${b.time} ${rank(b)} ${b.id}`];
  return left < right ? -1 : 1;
}

function gatherBursts(moments: readonly Moment[]): readonly Moment[] {
  const gathered: Moment[] = [];
  for (const moment of moments) {
    const last = gathered.at(-1);
    if (
      last?.what === 'photo' &&
      moment.what === 'photo' &&
      last.stop === moment.stop &&
      last.day === moment.day &&
      minutesOf(moment.time) - minutesOf(last.until) <= burstMinutes
    )
      gathered[gathered.length - 1] = { ...last, count: last.count + 1, until: moment.until };
    else gathered.push(moment);
  }
  return gathered;
}

/** Minutes since midnight of "HH:mm". */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
