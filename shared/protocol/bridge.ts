import { z } from 'zod';
import { cardPageSchema } from '../access/card-page';
import { anyChangeSchema } from '../changes/change';
import { idSchema, sha256Schema } from '../ids/id';
import { dossierSchema } from '../handbook/dossier';
import { problemSchema } from '../problems';
import { confirmationSheetSchema } from '../signatures/confirmation-sheet';
import { issueSchema } from '../records/issue';
import { tourFileSchema } from '../tour-file/tour-file';
import { adminCallSchemas } from './admin-calls';
import { bundleCalls } from './bundle-calls';
import { fileCalls } from './file-calls';
import { hubCallSchemas } from './hub-calls';
import { type journalEntrySchema, journalCalls } from './journal-calls';
import { officeCallSchemas } from './office-calls';
import { transferSettingsSchema } from './transfers';
import { openItemsReplySchema, openItemsRequestSchema } from './open-items';
import { awaySchema, cursorsSchema, readReplySchema, pageSchema, viewsSchema } from './sync';
import { tableCalls } from './table-calls';

const nothing = z.object({});

/** What a laptop is told by its user. `serverUrl` is what an earlier version was told; laptops join an office now (office-calls.ts). */
export const settingsSchema = z.object({
  userName: z.string().max(50).default(''),
  serverUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  transfers: transferSettingsSchema.prefault({}),
});

export const documentKinds = ['minutes.docx', 'minutes.pdf', 'issues.xlsx', 'handbook.pdf'] as const;

/**
 * Every call the window may make, with what goes in and what comes out. Both sides check both.
 * The window never sees a path or a token: files are named by hash or by an id that main made up.
 */
export const bridgeCalls = {
  'device.describe': {
    input: nothing,
    output: z.object({
      device: idSchema,
      version: z.string(),
      /** Why this runs on what it runs, for the about box: "Electron 45", "Chromium host". */
      engine: z.string(),
      settings: settingsSchema,
    }),
  },
  /** What a check before leaving and at the end of the day asks of the computer; null where it cannot be told. */
  'device.check': {
    input: nothing,
    output: z.object({
      writable: z.boolean(),
      /** Seconds that this computer's clock is ahead of the server's; null without a server that answers. */
      clockAhead: z.number().nullable(),
      /** When this program was built: a clock that shows an earlier day is wrong. ISO 8601. */
      builtAt: z.string(),
      missingFonts: z.array(z.string()),
    }),
  },
  'settings.write': { input: settingsSchema, output: nothing },
  ...journalCalls,
  /** The database cannot be opened nor deleted: main throws it away at the next start, and the journal fills a new one. */
  'profile.forget': { input: nothing, output: nothing },
  /** Room on the disk, and whether the space that was set aside for a full one is still there. */
  'disk.describe': {
    input: nothing,
    output: z.object({ freeBytes: z.number().nonnegative(), reserve: z.enum(['kept', 'used']) }),
  },
  ...fileCalls,
  'sync.exchange': {
    input: z.object({
      epoch: idSchema.nullable(),
      cursors: cursorsSchema,
      views: viewsSchema,
      away: awaySchema.optional(),
      changes: z.array(anyChangeSchema).max(2000),
      /** Changes that main has in its journal, instead of `changes`: a day's work need not cross over to where it came from. */
      named: z
        .array(z.object({ id: idSchema, sequence: z.number().int().positive() }))
        .max(2000)
        .default([]),
      page: pageSchema,
      /** Handed in ahead: `changes` come behind those of the exchange under way whose last has this id. */
      behind: idSchema.optional(),
      /** Changes and files that this laptop holds for itself beside these: what administrators see of it. */
      pending: z.number().int().nonnegative().optional(),
    }),
    /** `held`: the number under which main holds what is newer until it is kept; absent where nothing is. */
    output: readReplySchema.extend({ held: z.number().int().positive().optional() }),
  },
  /** What a reply brought into the journal, as `journal.append` does: main has it still. `count` says how much of it was understood. */
  'sync.keep': {
    input: z.object({ held: z.number().int().positive(), count: z.number().int().positive() }),
    output: z.object({ sequence: z.number().int().positive() }),
  },
  /** What the server of an epoch has shown, as far as main knows it from the window's questions. */
  'sync.shown': { input: nothing, output: z.object({ epoch: idSchema.nullable(), views: viewsSchema }) },
  /** What is open at the sites of this laptop's tours, on tours of others; the window keeps it with its version. */
  'sync.openItems': { input: openItemsRequestSchema, output: openItemsReplySchema },
  ...tableCalls,
  ...bundleCalls,
  ...officeCallSchemas,
  ...adminCallSchemas,
  ...hubCallSchemas,
  /** Makes the documents and keeps them; `folder` is an id for `documents.show`. */
  'documents.compile': {
    input: z.object({
      tour: tourFileSchema,
      kinds: z.array(z.enum(documentKinds)).min(1),
      /** What the handbook tells of earlier visits, which no tour file holds. */
      dossiers: z.array(dossierSchema).default([]),
      /** Issues of earlier tours that were looked at again on this one, for its minutes. */
      rechecks: z.array(issueSchema).default([]),
    }),
    output: z.object({
      folder: idSchema,
      files: z.array(z.object({ kind: z.enum(documentKinds), name: z.string(), size: z.number().int() })),
      /** Fonts of the layout that this computer does not have. */
      missingFonts: z.array(z.string()),
      /** What could not be made or shown; the rest was made. */
      problems: z.array(problemSchema),
    }),
  },
  'documents.show': { input: z.object({ folder: idSchema, name: z.string() }), output: nothing },
  /** Saves a 现场确认单 where the user chooses. */
  'documents.saveSheet': {
    input: z.object({ sheet: confirmationSheetSchema, format: z.enum(['docx', 'pdf']) }),
    output: z.object({ kind: z.enum(['canceled', 'written']), name: z.string() }),
  },
  /** Saves a card with which a computer joins as a page to print, where the user chooses. */
  'documents.saveCard': {
    input: z.object({ page: cardPageSchema }),
    output: z.object({ kind: z.enum(['canceled', 'written']), name: z.string() }),
  },
  /** Of the originals of an opened tour file those that lie neither beside it nor on this computer. */
  'tourFile.missingFiles': {
    input: z.object({ table: idSchema }),
    output: z.object({ missing: z.array(sha256Schema) }),
  },
  /** Takes the originals that lie beside an opened tour file into the store. */
  'tourFile.takeFiles': { input: z.object({ table: idSchema }), output: nothing },
  /** Saves the tour as an interchange file where the user chooses, the originals beside it; `missing` are not on this computer. */
  'tourFile.export': {
    input: z.object({ tour: tourFileSchema }),
    output: z.object({
      kind: z.enum(['canceled', 'written']),
      name: z.string(),
      missing: z.number().int().nonnegative(),
    }),
  },
  'log.error': {
    input: z.object({ message: z.string().max(4000), stack: z.string().max(20000) }),
    output: nothing,
  },
} as const;

export type BridgeCall = keyof typeof bridgeCalls;
export type BridgeInput<C extends BridgeCall> = z.input<(typeof bridgeCalls)[C]['input']>;
export type BridgeOutput<C extends BridgeCall> = z.output<(typeof bridgeCalls)[C]['output']>;
export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export type JournalEntry = Readonly<z.infer<typeof journalEntrySchema>>;
export type DocumentKind = (typeof documentKinds)[number];

/** The one function that the preload puts into the window, as `window.xunji`. */
export interface Bridge {
  call(name: BridgeCall, input: unknown): Promise<unknown>;
}
