import { expect, it } from 'vitest';
import { type CheckFacts, listDepartureChecks, listEveningChecks } from '../../../shared/tours/ready-checks';

const sound: CheckFacts = {
  freeBytes: 80 * 2 ** 30,
  writable: true,
  clockAhead: 3,
  clockBeforeBuild: false,
  missingFonts: [],
  journalDamagedBytes: 0,
  stops: 58,
  stopsWithoutSite: 0,
  stopsWithoutFacts: 0,
  lastPhotosMissing: 0,
  camera: true,
  microphone: true,
  unsaved: 0,
  hasServer: true,
  unsent: 0,
  filesToSend: 0,
  filesToFetch: 0,
  refused: 0,
  held: 0,
  conflicts: 0,
  openStops: [],
  silentStops: [],
  silentTeams: [],
};

const wrong = (facts: Partial<CheckFacts>, list = listDepartureChecks) =>
  list({ ...sound, ...facts })
    .filter(({ state }) => state !== 'ok')
    .map(({ id, state, n }) => `${id} ${state} ${n}`);

it('finds nothing wrong where nothing is', () => {
  expect(wrong({})).toEqual([]);
  expect(wrong({}, listEveningChecks)).toEqual([]);
  expect(listDepartureChecks(sound).length).toBeGreaterThan(12);
});

it.each<[Partial<CheckFacts>, string]>([
  [{ freeBytes: 4 * 2 ** 30 }, 'disk warn 4'],
  [{ freeBytes: 1.5 * 2 ** 30 }, 'disk bad 1'],
  [{ freeBytes: null }, 'disk warn 0'],
  [{ writable: false }, 'folder bad 1'],
  [{ clockAhead: -660 }, 'clock warn 11'],
  [{ clockBeforeBuild: true, clockAhead: null }, 'clock bad 0'],
  [{ journalDamagedBytes: 12 }, 'journal bad 12'],
  [{ stops: 0 }, 'sites bad 1'],
  [{ stopsWithoutSite: 2 }, 'sites bad 2'],
  [{ stopsWithoutFacts: 7 }, 'dossiers warn 7'],
  [{ lastPhotosMissing: 12 }, 'lastPhotos warn 12'],
  [{ camera: false }, 'camera warn 1'],
  [{ missingFonts: ['仿宋_GB2312'] }, 'fonts warn 1'],
  [{ unsaved: 1 }, 'unsaved bad 1'],
  [{ microphone: false }, 'microphone warn 1'],
  [{ hasServer: false, unsent: 40, filesToSend: 3 }, 'server warn 1'],
  [{ unsent: 40 }, 'unsent warn 40'],
  [{ filesToSend: 3 }, 'filesToSend warn 3'],
  [{ conflicts: 2 }, 'conflicts warn 2'],
  [{ refused: 1 }, 'refused bad 1'],
  [{ held: 3 }, 'held warn 3'],
])('says before departure: %o', (facts, line) => {
  expect(wrong(facts)).toEqual([line]);
});

it('says in the evening what the teams still lack', () => {
  expect(
    wrong(
      {
        silentStops: ['甲', '乙', '丙', '丁'],
        filesToSend: 5,
        filesToFetch: 12,
        silentTeams: ['第三组'],
        openStops: ['戊'],
      },
      listEveningChecks,
    ),
  ).toEqual([
    'openStops warn 1',
    'silentStops warn 4',
    'silentTeams warn 1',
    'filesToSend warn 5',
    'filesToFetch warn 12',
  ]);
});
