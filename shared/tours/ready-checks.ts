/** What is known on this computer about a tour before it leaves and in the evening; numbers count what is wrong. */
export interface CheckFacts {
  /** Null where the computer cannot tell. */
  readonly freeBytes: number | null;
  readonly writable: boolean;
  /** Seconds; null while no server answers. */
  readonly clockAhead: number | null;
  readonly clockBeforeBuild: boolean;
  readonly missingFonts: readonly string[];
  readonly journalDamagedBytes: number;
  readonly stops: number;
  readonly stopsWithoutSite: number;
  /** Stops whose site has neither facts nor ledger nor an earlier visit. */
  readonly stopsWithoutFacts: number;
  readonly lastPhotosMissing: number;
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly unsaved: number;
  readonly hasServer: boolean;
  readonly unsent: number;
  readonly filesToSend: number;
  readonly filesToFetch: number;
  readonly refused: number;
  /** Edits that were only carried here and may not be handed on: not refused, and nothing that has to be mended. */
  readonly held: number;
  readonly conflicts: number;
  readonly openStops: readonly string[];
  readonly silentStops: readonly string[];
  readonly silentTeams: readonly string[];
}

export const checkIds = [
  'disk',
  'folder',
  'clock',
  'journal',
  'sites',
  'dossiers',
  'lastPhotos',
  'camera',
  'microphone',
  'fonts',
  'unsaved',
  'server',
  'unsent',
  'filesToSend',
  'filesToFetch',
  'refused',
  'held',
  'conflicts',
  'openStops',
  'silentStops',
  'silentTeams',
] as const;

export type CheckId = (typeof checkIds)[number];

export interface CheckLine {
  readonly id: CheckId;
  readonly state: 'ok' | 'warn' | 'bad';
  /** How many, or how much in the line's own unit. */
  readonly n: number;
  readonly names: readonly string[];
}

const gigabyte = 1 << 30;

/** 出发检查: what would stop the day, and what somebody would miss on the way. */
export function listDepartureChecks(facts: CheckFacts): readonly CheckLine[] {
  return [
    ...ownLines(facts),
    some('sites', facts.stops === 0 ? 1 : facts.stopsWithoutSite, 'bad'),
    some('dossiers', facts.stopsWithoutFacts, 'warn'),
    some('lastPhotos', facts.lastPhotosMissing, 'warn'),
    some('camera', facts.camera ? 0 : 1, 'warn'),
    some('microphone', facts.microphone ? 0 : 1, 'warn'),
    { ...some('fonts', facts.missingFonts.length, 'warn'), names: facts.missingFonts },
    some('unsaved', facts.unsaved, 'bad'),
    some('server', facts.hasServer ? 0 : 1, 'warn'),
    ...travelLines(facts),
  ];
}

/** 收工检查: what a team still owes the evening. */
export function listEveningChecks(facts: CheckFacts): readonly CheckLine[] {
  return [
    named('openStops', facts.openStops),
    named('silentStops', facts.silentStops),
    named('silentTeams', facts.silentTeams),
    some('unsaved', facts.unsaved, 'bad'),
    ...travelLines(facts),
    some('filesToFetch', facts.filesToFetch, 'warn'),
    ...ownLines(facts),
  ];
}

/** The computer itself. */
function ownLines(facts: CheckFacts): readonly CheckLine[] {
  const { freeBytes, clockAhead } = facts;
  const minutes = Math.round(Math.abs(clockAhead ?? 0) / 60);
  const room = freeBytes === null ? 0 : Math.floor(freeBytes / gigabyte);
  return [
    {
      id: 'disk',
      state: freeBytes === null || room < 5 ? (freeBytes !== null && room < 2 ? 'bad' : 'warn') : 'ok',
      n: room,
      names: [],
    },
    some('folder', facts.writable ? 0 : 1, 'bad'),
    {
      id: 'clock',
      state: facts.clockBeforeBuild ? 'bad' : minutes >= 5 ? 'warn' : 'ok',
      n: minutes,
      names: [],
    },
    some('journal', facts.journalDamagedBytes, 'bad'),
  ];
}

/** What waits between this computer and the others; one that works alone has nobody to wait for. */
function travelLines(facts: CheckFacts): readonly CheckLine[] {
  if (!facts.hasServer) return [];
  return [
    some('unsent', facts.unsent, 'warn'),
    some('filesToSend', facts.filesToSend, 'warn'),
    some('refused', facts.refused, 'bad'),
    some('held', facts.held, 'warn'),
    some('conflicts', facts.conflicts, 'warn'),
  ];
}

function some(id: CheckId, n: number, state: 'warn' | 'bad'): CheckLine {
  return { id, state: n === 0 ? 'ok' : state, n, names: [] };
}

function named(id: CheckId, names: readonly string[]): CheckLine {
  return { id, state: names.length === 0 ? 'ok' : 'warn', n: names.length, names };
}
