import { expect, it } from 'vitest';
import { attachmentSchema } from '../../../shared/records/attachment';
import { noteSchema } from '../../../shared/records/note';
import { remarkSchema } from '../../../shared/records/remark';
import { stopSchema } from '../../../shared/records/stop';
import { taskSchema } from '../../../shared/records/task';
import { listDays } from '../../../shared/timeline/list-days';
import { listMoments } from '../../../shared/timeline/list-moments';

const stop = (id: string, visitedAt: string, leftAt = '') =>
  stopSchema.parse({ id, tour: 't', team: 'g1', visitedAt, leftAt });
const note = (id: string, at: string, at2 = 'p1') => ({
  kind: 'note' as const,
  record: noteSchema.parse({ id, tour: 't', stop: at2, text: id, at }),
});
const photo = (id: string, takenAt: string, more: object = {}) =>
  attachmentSchema.parse({
    id,
    tour: 't',
    stop: 'p1',
    sha256: '0'.repeat(64),
    size: 1,
    mime: 'image/jpeg',
    takenAt,
    ...more,
  });
const day = '2026-11-20';

it('orders what happened by its labels, arrivals before and departures after what was recorded in the same minute', () => {
  const { moments } = listMoments({
    firstDay: day,
    stops: [stop('p1', '09:00', '09:20'), stop('p2', '09:40')],
    records: [note('n2', `${day}T09:20:00+08:00`), note('n1', `${day}T09:00:30+08:00`)],
    attachments: [],
  });
  expect(moments.map(({ what, time }) => `${time} ${what}`)).toEqual([
    '09:00 arrival',
    '09:00 note',
    '09:20 note',
    '09:20 departure',
    '09:40 arrival',
  ]);
  expect(moments[1]?.team).toBe('g1');
});

it('gathers the photos of one stop, corrects a camera clock, and counts what has no time', () => {
  const { moments, untimed } = listMoments({
    firstDay: day,
    stops: [stop('p1', '')],
    records: [note('n1', '')],
    attachments: [
      photo('a', `${day}T09:00:00`),
      photo('b', `${day}T10:08:00`, { clockOffset: -3600 }),
      photo('c', `${day}T09:30:00`),
      photo('m', '', { mime: 'audio/webm', at: `${day}T09:31:00+08:00` }),
    ],
  });
  expect(moments.map(({ what, time, until, count }) => [what, time, until, count])).toEqual([
    ['photo', '09:00', '09:08', 2],
    ['photo', '09:30', '09:30', 1],
    ['memo', '09:31', '09:31', 1],
  ]);
  expect(untimed).toBe(1);
});

it('puts a visit on the day of what was recorded there, and shows gaps of half an hour within a day only', () => {
  const { moments } = listMoments({
    firstDay: day,
    stops: [stop('p1', '09:00')],
    records: [note('n1', '2026-11-21T09:40:00+08:00'), note('n2', `${day}T08:00:00+08:00`, 'p9')],
    attachments: [],
  });
  const days = listDays(moments);
  expect(days.map(({ day, entries }) => [day, entries.map(({ gap }) => gap)])).toEqual([
    [day, [0]],
    ['2026-11-21', [0, 40]],
  ]);
});

it('knows the meeting at which something was said, and of a task the meeting from whose words it was taken', () => {
  const at = `${day}T15:00:00+08:00`;
  const { moments } = listMoments({
    firstDay: day,
    stops: [],
    records: [
      {
        kind: 'remark',
        record: remarkSchema.parse({ id: 'r1', tour: 't', meeting: 'm1', text: '抓紧', at }),
      },
      { kind: 'task', record: taskSchema.parse({ id: 't1', tour: 't', basis: 'r1', text: '办理', at }) },
      note('n1', at, ''),
    ],
    attachments: [],
  });
  expect(Object.fromEntries(moments.map(({ id, meeting }) => [id, meeting]))).toEqual({
    r1: 'm1',
    t1: 'm1',
    n1: '',
  });
});
