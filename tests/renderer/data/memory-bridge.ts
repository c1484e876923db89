import type { Change } from '../../../shared/changes/change';
import type { Outcome } from '../../../shared/outcome';
import { type Problem, problem } from '../../../shared/problems';
import type { BridgeCall, BridgeOutput, JournalEntry } from '../../../shared/protocol/bridge';
import type { HandedOn } from '../../../shared/protocol/hub-process';
import { pack, unpack } from '../../../shared/protocol/packed';
import type { OpenItem } from '../../../shared/protocol/open-items';
import { type Shown, shownAfter } from '../../../shared/sync/shown-after';
import { type ReadReply, readReply } from '../../../shared/sync/read-reply';

interface Exchange {
  readonly epoch: string | null;
  readonly cursors: Readonly<Record<string, number>>;
  readonly views?: Readonly<Record<string, string>>;
  readonly changes: readonly Change[];
  readonly away?: readonly string[];
  readonly named?: readonly { readonly id: string; readonly sequence: number }[];
  readonly behind?: string;
}

type Page = BridgeOutput<'bundles.handIn'>['page'];

export type MemoryBridge = ReturnType<typeof memoryBridge>;

/** Main and server in memory, behind the real contract: the journal is a list, the server numbers what it takes. */
export function memoryBridge() {
  const journal: JournalEntry[] = [];
  /** Entries that were taken off keep their sequences to themselves. */
  let taken = 0;
  const last = () => Math.max(taken, journal.at(-1)?.sequence ?? 0);
  const add = (origin: JournalEntry['origin'], change: Change) => {
    journal.push({ sequence: last() + 1, origin, change });
  };
  const log: Change[] = [];
  const state = {
    generation: 'journal-1',
    damagedBytes: 0,
    epoch: 'epoch-1',
    journalProblem: null as Problem | null,
    /** The next reply is made and then lost on the way. */
    loseReply: false,
    refuse: new Set<string>(),
    /** What is handed in ahead comes to the server before what it stands behind. */
    overtakes: false,
    /** What others do before an exchange is taken. */
    beforeTaking: () => {},
    /** So many changes that were made here were sent here again. */
    cameBack: 0,
    /** What main remembers of the questions: see electron/sync/shown-views.ts. */
    shown: { epoch: null, views: {} } as Shown,
    /** What the laptop may read, and how much of it. */
    views: { all: 'whole' } as Readonly<Record<string, string>>,
    /** The ends of tours by themselves, beside that of all. */
    heads: {} as Readonly<Record<string, number>>,
    /** What the server knows to be open at the sites of this laptop's tours, and its version. */
    openItems: { version: '1', items: [] as readonly OpenItem[], isCut: false },
    /** Files that the server has. */
    known: new Set<string>(),
    exchanges: [] as Exchange[],
    /** So many changes were named by their place in the journal. */
    named: 0,
    /** What the server says of pages of bundles, one after the other. */
    pages: [] as Page[],
    /** An opened bundle: its changes, and what the server says of its page. */
    brought: null as { readonly changes: readonly Change[]; readonly page: Page } | null,
    /** What happens while a bundle is being taken in. */
    whileBringing: () => Promise.resolve(),
    /** What an import has gathered and not committed. */
    gathered: [] as Change[],
    /** The machine stops before or after main takes scopes off its disk. */
    stopsForgetting: null as 'before' | 'after' | null,
    /** An import counts, and the journal has no room for it yet. */
    importWaits: false,
    /** The hub on this laptop: what it lends, and the last number of what it holds. */
    ownHub: null as {
      readonly tours: readonly string[];
      readonly holds: Readonly<Record<string, number>>;
      /** The files that only it has. */
      readonly files?: Readonly<Record<string, readonly string[]>>;
    } | null,
    /** It drops what it is asked to, and the answer is lost. */
    losesDrop: false,
    /** What that hub was asked to drop. */
    drops: [] as HandedOn[],
    /** What main holds of pages, by change. */
    withheld: new Map<string, Problem>(),
    /** So often something else was held. */
    withheldVersion: 0,
    /** Main lets these go, and tells them again. */
    letGo(ids: readonly string[]): void {
      for (const id of ids) {
        const entry = journal.find(({ change }) => change.id === id);
        if (state.withheld.delete(id) && entry)
          journal.push({ ...entry, sequence: last() + 1, again: true as const });
      }
      state.withheldVersion += 1;
    },
    journal,
    log,
  };

  function exchange({ epoch, cursors, changes, away = [], behind }: Exchange): ReadReply {
    const isInTurn = !state.overtakes && log.some(({ id }) => id === behind);
    if (behind !== undefined && !isInTurn)
      return readReply({ ...nothingRead(), settled: [], refused: [], from: {} });
    state.beforeTaking();
    const from = { all: log.length };
    const taken = changes.filter((change) => !state.refuse.has(change.record));
    for (const change of taken) if (!log.some((known) => known.id === change.id)) log.push(change);
    const after = epoch === state.epoch ? (cursors['all'] ?? 0) : 0;
    const settled = taken.map((change) => change.id);
    const refused = changes
      .filter((change) => state.refuse.has(change.record))
      .map((change) => ({ change: change.id, problem: problem('change.invalid', { fields: 'text' }) }));
    if (behind !== undefined)
      return readReply({ ...nothingRead(), settled, refused, from, cursors: { all: log.length } });
    const newer = log.slice(after).filter((change) => !changes.some((own) => own.id === change.id));
    const own = new Set(journal.flatMap((entry) => (entry.origin === 'local' ? entry.change.id : [])));
    state.cameBack += newer.filter(({ id }) => own.has(id)).length;
    return readReply({
      protocol: 2,
      epoch: state.epoch,
      settled,
      refused,
      newer,
      cursors: {
        all: log.length,
        ...Object.fromEntries(Object.entries(state.heads).filter(([scope]) => !away.includes(scope))),
      },
      views: state.views,
      more: false,
    });
  }

  /** As the server answers what is handed in ahead. */
  function nothingRead() {
    return { protocol: 2 as const, epoch: state.epoch, newer: [], cursors: {}, views: {}, more: true };
  }

  const answers: Partial<Record<BridgeCall, (input: never) => Outcome<unknown> | Promise<Outcome<unknown>>>> =
    {
      'journal.describe': () => {
        const { generation, damagedBytes } = state;
        return ok({ generation, sequence: last(), damagedBytes });
      },
      'journal.append': (input: { origin: 'local' | 'remote'; changes: readonly Change[] }) => {
        if (state.journalProblem) return { ok: false, problem: state.journalProblem };
        for (const change of input.changes) add(input.origin, change);
        return ok({ sequence: last() });
      },
      'imports.begin': () => ok({ import: 'import-1' }),
      'imports.append': (input: { changes: readonly Change[] }) => {
        state.gathered.push(...input.changes);
        return state.journalProblem ? { ok: false, problem: state.journalProblem } : ok({});
      },
      'imports.abandon': () => {
        state.gathered.splice(0);
        return ok({});
      },
      'imports.commit': () => {
        if (state.importWaits) return ok({ sequence: null });
        for (const change of state.gathered.splice(0)) add('local', change);
        return ok({ sequence: last() });
      },
      'journal.read': ({ after, limit }: { after: number; limit: number }) =>
        ok({
          entries: journal
            .filter((entry) => entry.sequence > after)
            .slice(0, limit)
            .map((entry) => {
              const withheld = entry.origin === 'local' ? state.withheld.get(entry.change.id) : undefined;
              return withheld ? { ...entry, withheld } : entry;
            }),
        }),
      'journal.forgetScopes': ({
        scopes,
        keep,
      }: {
        readonly scopes: readonly string[];
        readonly keep: readonly string[];
      }) => {
        if (state.journalProblem) return { ok: false, problem: state.journalProblem };
        if (state.stopsForgetting === 'before') throw new Error('stopped');
        const kept = journal.filter(
          ({ change }) => !scopes.includes(change.scope) || keep.includes(change.id),
        );
        taken = last();
        journal.splice(0, journal.length, ...kept);
        const left = Object.entries(state.shown.views).filter(([scope]) => !scopes.includes(scope));
        state.shown = { ...state.shown, views: Object.fromEntries(left) };
        if (state.stopsForgetting === 'after') throw new Error('stopped');
        return ok({});
      },
      'bundles.takeFiles': () => {
        if (state.brought) state.pages.push(state.brought.page);
        return ok({});
      },
      'bundles.page': async () => {
        await state.whileBringing();
        return ok({ changes: state.brought?.changes ?? [] });
      },
      'bundles.settle': () => ok({}),
      'bundles.handIn': () => {
        const page = state.pages[0] ?? null;
        for (const { change, problem: why } of page?.refused ?? []) state.withheld.set(change, why);
        return ok({ page });
      },
      'bundles.withheld': ({ version }: { readonly version: number | null }) => {
        const held = [...state.withheld].map(([change, why]) => ({ change, problem: why }));
        const isKnown = version === state.withheldVersion;
        return ok({ version: state.withheldVersion, held: isKnown ? null : held });
      },
      'bundles.release': ({ changes }: { readonly changes: readonly string[] }) => {
        state.letGo(changes);
        return ok({});
      },
      'bundles.handedIn': ({ handed }: { readonly handed: string }) => {
        if (state.pages[0]?.handed === handed) state.pages.shift();
        return ok({});
      },
      'attachments.known': ({ sha256 }: { readonly sha256: readonly string[] }) =>
        ok({ known: sha256.filter((hash) => state.known.has(hash)) }),
      'hub.describe': () => {
        const whole = { isReady: true, problem: null, serverUrl: '', authorityHash: '', members: [] };
        const own = state.ownHub && { ...whole, tours: state.ownHub.tours };
        return ok({ own, joined: null, found: [] });
      },
      'hub.share': ({ tours }: { readonly tours: readonly string[] }) => {
        if (state.ownHub) state.ownHub = { ...state.ownHub, tours };
        return ok({});
      },
      'hub.drop': ({ tour, upTo, lacking }: HandedOn) => {
        state.drops.push({ tour, upTo, lacking });
        const isLacking = (state.ownHub?.files?.[tour] ?? []).some((hash) => lacking.includes(hash));
        const isGone = (state.ownHub?.holds[tour] ?? 0) <= upTo && !isLacking;
        return state.losesDrop ? { ok: false, problem: problem('hub.stopped') } : ok({ isGone });
      },
      'sync.shown': () => ok(state.shown),
      'sync.openItems': ({ version }: { readonly version: string }) =>
        ok({ ...state.openItems, ...(version === state.openItems.version ? { items: null } : {}) }),
      'sync.exchange': ({ named = [], ...given }: Exchange) => {
        const found = named.map(
          ({ sequence }) => journal.find((entry) => entry.sequence === sequence)?.change,
        );
        if (found.some((change, place) => change?.id !== named[place]?.id))
          return { ok: false, problem: problem('internal.bug') };
        state.named += named.length;
        const input = { ...given, changes: [...found.flatMap((change) => change ?? []), ...given.changes] };
        state.exchanges.push(input);
        if (given.epoch !== null) state.shown = shownAfter(state.shown, given.epoch, given.views ?? {});
        const reply = exchange(input);
        if (!state.loseReply) return ok(reply);
        state.loseReply = false;
        return { ok: false, problem: problem('server.unreachable') };
      },
    };

  Object.defineProperty(window, 'xunji', {
    configurable: true,
    value: {
      call: async (name: BridgeCall, input: never) => {
        const packed = unpack(input);
        const answer = await answers[name]?.((packed ? packed.value : input) as never);
        return packed ? pack(answer) : structuredClone(answer);
      },
    },
  });
  return state;
}

function ok(value: unknown): Outcome<unknown> {
  return { ok: true, value };
}
