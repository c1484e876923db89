import { expect, it } from 'vitest';
import { makeChange } from '../../../shared/changes/make-change';
import { merge } from '../../../shared/changes/merge';
import type { RecordState } from '../../../shared/changes/record-state';
import { collectTourFile } from '../../../shared/tour-file/collect-tour-file';
import { editsOfTourFile } from '../../../shared/tour-file/edits-of-tour-file';
import { tourFileSchema, type TourFile } from '../../../shared/tour-file/tour-file';
import { tourFileLists, type TourFileList } from '../../../shared/tour-file/tour-file-lists';
import { generatedTour } from '../documents/generated-tour';

function statesOf(file: TourFile): RecordState[] {
  let tick = 0;
  const author = {
    name: '某人',
    device: 'device-1',
    clock: () => (tick += 1),
    random: (length: number) => Uint8Array.from({ length }, (_, index) => (tick * 7 + index) & 255),
  };
  return editsOfTourFile(file).flatMap(({ kind, id, tour, values }) =>
    merge(undefined, makeChange(author, { kind, record: id, tour }, undefined, values)),
  );
}

const byId = (file: TourFile) =>
  (Object.keys(tourFileLists) as TourFileList[]).map((list) => [
    list,
    file[list].toSorted((left, right) => (left.id < right.id ? -1 : 1)),
  ]);

it('a tour that went through changes comes back as it was, without what it does not name', () => {
  const file = generatedTour();
  const named = new Set([
    ...file.teams.flatMap((team) => [team.leader, ...team.members]),
    ...file.tour.participants.map(({ person }) => person),
    ...file.remarks.map(({ speaker }) => speaker),
  ]);
  const strangers = statesOf({
    ...file,
    people: [...file.people, { ...file.people[0], id: 'stranger' }],
  } as TourFile);
  const collected = collectTourFile(strangers, 'tour-1');
  expect(collected.ok).toBe(true);
  if (!collected.ok) return;
  expect(collected.value.tour).toEqual(file.tour);
  expect(byId(collected.value)).toEqual(
    byId({ ...file, people: file.people.filter(({ id }) => named.has(id)) }),
  );
});

it('a reference to a record that is gone is left empty, so that the file stays sound', () => {
  const file = tourFileSchema.parse({
    format: 'xunji-tour',
    version: 1,
    tour: { id: 'tour-1' },
    teams: [{ id: 'team-1', tour: 'tour-1', deleted: true }],
    stops: [{ id: 'stop-1', tour: 'tour-1', team: 'team-1' }],
  });
  const collected = collectTourFile(statesOf(file), 'tour-1');
  expect(collected.ok && collected.value.stops[0]?.team).toBe('');
  expect(collected.ok && collected.value.teams).toEqual([]);
});

it('a tour that is not there is a problem', () => {
  expect(collectTourFile([], 'tour-1').ok).toBe(false);
});
