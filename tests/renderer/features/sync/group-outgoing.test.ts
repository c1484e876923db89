import { expect, it } from 'vitest';
import type { OutgoingRecord } from '../../../../renderer/data/outgoing/read-outgoing';
import { groupOutgoing } from '../../../../renderer/features/sync/group-outgoing';
import { problem } from '../../../../shared/problems';

const names = {
  tours: new Map([['t1', '第一次观摩']]),
  teams: new Map([
    ['a', { name: '第一组', order: 1 }],
    ['b', { name: '第二组', order: 2 }],
  ]),
  stops: new Map([
    ['a1', { title: '望湖算力', team: 'a', order: 1 }],
    ['b1', { title: '澄溪电子', team: 'b', order: 1 }],
    ['lost', { title: '没有组的点位', team: '', order: 1 }],
  ]),
};
const record = (id: string, more: Partial<OutgoingRecord>): OutgoingRecord => ({
  record: id,
  kind: 'note',
  tour: 't1',
  stop: '',
  changes: 1,
  newest: 0,
  refused: null,
  isHeld: false,
  files: 0,
  ...more,
});
const shown = (records: readonly OutgoingRecord[], underWay: readonly string[] = []) =>
  groupOutgoing(records, new Set(underWay), names).map((entry) => {
    if (entry.kind === 'record') return `${entry.record.record} ${entry.state}`;
    const place = 'stop' in entry ? entry.stop : 'tour' in entry ? entry.tour : null;
    return [entry.kind, ...(place === null ? [] : [place]), entry.n].join(' ');
  });

it('stands what was refused first, then tours, teams and stops with their counts, the newest first', () => {
  const records = [
    record('n1', { stop: 'b1', newest: 9 }),
    record('n2', { stop: 'a1', newest: 1 }),
    record('n3', { stop: 'a1', newest: 5 }),
    record('team', { kind: 'team', newest: 2 }),
    record('n4', { stop: 'lost', newest: 3 }),
    record('site', { kind: 'site', tour: '', newest: 20 }),
    record('bad', { stop: 'a1', newest: 30, refused: problem('change.invalid', { fields: 'text' }) }),
  ];
  expect(shown(records)).toEqual([
    'refused 1',
    'bad refused',
    'tour  1',
    'site local',
    'tour t1 5',
    'stop  1',
    'team local',
    'stop a1 2',
    'n3 local',
    'n2 local',
    'stop b1 1',
    'n1 local',
    'stop lost 1',
    'n4 local',
  ]);
});

it('calls a record being sent only while it is, and one whose words arrived by its files', () => {
  const records = [record('n1', { newest: 2 }), record('p1', { kind: 'attachment', changes: 0, files: 1 })];
  expect(shown(records, ['n1', 'p1']).slice(-2)).toEqual(['n1 sending', 'p1 files']);
  expect(shown(records).slice(-2)).toEqual(['n1 local', 'p1 files']);
});

it('stands what was only carried apart from what was refused of one’s own', () => {
  const refused = problem('bundle.writerRevoked');
  const records = [
    record('theirs', { newest: 9, refused, isHeld: true }),
    record('own', { newest: 1, refused: problem('change.forbidden') }),
  ];
  expect(shown(records)).toEqual(['refused 1', 'own refused', 'held 1', 'theirs held']);
});
