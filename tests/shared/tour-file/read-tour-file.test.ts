import { describe, expect, it } from 'vitest';
import { checkTourFile, readTourFile } from '../../../shared/tour-file/read-tour-file';
import { generatedTour } from '../documents/generated-tour';

const head = { format: 'xunji-tour', version: 1, tour: { id: 'tour-1' } };
const faultsOf = (value: unknown) => {
  const checked = checkTourFile(value);
  return checked.ok ? [] : checked.faults;
};
const pathsOf = (value: unknown) => faultsOf(value).map(({ path }) => path);

describe('a tour file', () => {
  it('that is sound is read, with what was left out filled in', () => {
    const read = readTourFile(head);
    expect(read.ok && read.value.stops).toEqual([]);
    expect(readTourFile(generatedTour()).ok).toBe(true);
  });

  it('that is something else is refused', () => {
    for (const value of [null, 7, 'text', [], {}, { ...head, version: 2 }, { ...head, format: 'other' }]) {
      expect(readTourFile(value).ok).toBe(false);
    }
  });

  it('has every fault of its shape named by its path, in Chinese and in English', () => {
    const value = {
      ...head,
      extra: 1,
      stops: [
        { id: 'stop-1', tour: 'tour-1' },
        { id: 'stop-2', tour: 'tour-1', order: 'first', status: 'gone' },
      ],
      attachments: [{ id: 'a-1', tour: 'tour-1', sha256: 'xyz', size: -1 }],
    };
    expect(pathsOf(value)).toEqual(
      expect.arrayContaining([
        'stops[1].order',
        'stops[1].status',
        'attachments[0].sha256',
        'attachments[0].size',
        '(root)',
      ]),
    );
    for (const { zh, en } of faultsOf(value)) {
      expect(zh).toMatch(/[一-鿿]/);
      expect(en).toMatch(/[a-z]/);
    }
  });

  it('has an id that is used twice named, across lists too', () => {
    const value = {
      ...head,
      sites: [{ id: 'same' }, { id: 'same' }],
      notes: [{ id: 'same', tour: 'tour-1' }],
    };
    expect(faultsOf(value).map(({ path, zh }) => `${path} ${zh}`)).toEqual([
      'sites[1].id 编号“same”与 sites[0].id 重复',
      'notes[0].id 编号“same”与 sites[0].id 重复',
    ]);
  });

  it('has every reference to what it does not hold named', () => {
    const tour = 'tour-1';
    const value = {
      ...head,
      tour: { id: tour, participants: [{ name: '某人', person: 'lost' }] },
      units: [{ id: 'unit-1', parent: 'lost' }],
      people: [{ id: 'person-1', unit: 'lost' }],
      teams: [{ id: 'team-1', tour, leader: 'lost', members: ['person-1', 'lost'] }],
      groups: [{ id: 'group-1', tour, team: 'lost' }],
      stops: [{ id: 'stop-1', tour, team: 'lost', group: 'lost', site: 'lost' }],
      answerSheets: [{ id: 'sheet-1', tour, stop: 'lost', checklist: 'lost' }],
      notes: [{ id: 'note-1', tour, stop: 'lost', group: 'lost' }],
      remarks: [{ id: 'remark-1', tour, stop: 'lost', group: 'lost', meeting: 'lost', speaker: 'lost' }],
      issues: [{ id: 'issue-1', tour, stop: 'lost' }],
      indicators: [{ id: 'indicator-1', tour, stop: 'lost', group: 'lost' }],
      attachments: [{ id: 'file-1', tour, stop: 'lost', about: 'lost', sha256: 'a'.repeat(64), size: 1 }],
    };
    expect(pathsOf(value)).toEqual([
      'tour.participants[0].person',
      'units[0].parent',
      'people[0].unit',
      'teams[0].leader',
      'teams[0].members[1]',
      'groups[0].team',
      'stops[0].team',
      'stops[0].group',
      'stops[0].site',
      'answerSheets[0].stop',
      'answerSheets[0].checklist',
      'notes[0].stop',
      'notes[0].group',
      'remarks[0].stop',
      'remarks[0].group',
      'remarks[0].meeting',
      'remarks[0].speaker',
      'issues[0].stop',
      'indicators[0].stop',
      'indicators[0].group',
      'attachments[0].stop',
      'attachments[0].about',
    ]);
  });

  it('has a record of another tour named', () => {
    expect(pathsOf({ ...head, notes: [{ id: 'note-1', tour: 'tour-2' }] })).toEqual(['notes[0].tour']);
  });
});
