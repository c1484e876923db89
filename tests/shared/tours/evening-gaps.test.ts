import { expect, it } from 'vitest';
import { attachmentSchema } from '../../../shared/records/attachment';
import { issueSchema } from '../../../shared/records/issue';
import { signatureSchema } from '../../../shared/records/signature';
import { stopSchema } from '../../../shared/records/stop';
import { type EveningRecords, eveningGaps } from '../../../shared/tours/evening-gaps';

const stop = (id: string, more: object = {}) =>
  stopSchema.parse({ id, tour: 't1', team: 'a', spot: id, status: 'visited', ...more });
const issue = (id: string, at: string, more: object = {}) =>
  issueSchema.parse({ id, tour: 't1', stop: at, text: id, ...more });
const photo = (id: string, at: string, hash: string) =>
  attachmentSchema.parse({ id, tour: 't1', stop: at, sha256: hash.repeat(32), size: 1 });
const nothing: EveningRecords = {
  attachments: [],
  issues: [],
  signatures: [],
  answerSheets: [],
  checklists: [],
  conflicts: [],
  missingFiles: new Set(),
};
const full = { recorded: 1, photos: 1, answered: 0 };
const gapsOf = (
  stops: readonly ReturnType<typeof stop>[],
  contents: ReadonlyMap<string, typeof full>,
  records: Partial<EveningRecords> = {},
) =>
  eveningGaps(stops, ({ spot }) => spot, contents, { ...nothing, ...records }).map(
    ({ kind, n, places }) => [kind, n, ...places.map(({ title, to }) => `${title} ${to}`)] as const,
  );

it('finds nothing lacking where every stop has words and photos', () => {
  expect(gapsOf([stop('p1')], new Map([['p1', full]]))).toEqual([]);
});

it('names stops without notes and without photos once somebody was there, and those of which nobody said a word', () => {
  const stops = [
    stop('p1'),
    stop('p2'),
    stop('p3', { status: 'planned' }),
    stop('p4', { status: 'skipped' }),
    stop('p5'),
  ];
  const contents = new Map([
    ['p1', { ...full, recorded: 0 }],
    ['p5', { recorded: 0, photos: 0, answered: 1 }],
  ]);
  expect(gapsOf(stops, contents)).toEqual([
    ['openStops', 1, 'p3 /tours/t1/stops/p3'],
    ['noNotes', 2, 'p1 /tours/t1/stops/p1', 'p2 /tours/t1/stops/p2'],
    ['noPhotos', 2, 'p2 /tours/t1/stops/p2', 'p5 /tours/t1/stops/p5'],
  ]);
});

it('counts photos whose originals are not here, and leads to the first of them', () => {
  const attachments = [photo('f1', 'p1', 'aa'), photo('f2', 'p1', 'bb'), photo('f3', 'p1', 'cc')];
  const missingFiles = new Set(['bb'.repeat(32), 'cc'.repeat(32)]);
  expect(gapsOf([stop('p1')], new Map([['p1', full]]), { attachments, missingFiles })).toEqual([
    ['filesMissing', 2, 'p1 /tours/t1/stops/p1?record=f2&panel=photos'],
  ]);
});

it('asks for a responsible unit where an issue was not solved on the spot, and for a signature where none names it', () => {
  const issues = [
    issue('i1', 'p1', { responsible: '临江区住建局' }),
    issue('i2', 'p1'),
    issue('i3', 'p1', { solvedOnSite: true }),
  ];
  const signatures = [signatureSchema.parse({ id: 's1', tour: 't1', stop: 'p1', findings: ['i1', 'i3'] })];
  expect(gapsOf([stop('p1')], new Map([['p1', full]]), { issues, signatures })).toEqual([
    ['noResponsible', 1, 'i2 /tours/t1/stops/p1?record=i2'],
    ['unsigned', 1, 'p1 /tours/t1/stops/p1'],
  ]);
});

it('leaves to each team what is its own', () => {
  const issues = [issue('i1', 'p9')];
  const conflicts = [{ id: 'n1', kind: 'note' as const, stop: 'p1', title: '两个说法' }];
  expect(gapsOf([stop('p1')], new Map([['p1', full]]), { issues, conflicts })).toEqual([
    ['conflicts', 1, '两个说法 /sync'],
  ]);
});
