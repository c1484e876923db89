import { z } from 'zod';
import { anyChangeSchema, changeSchema } from '../changes/change';
import { idSchema, refSchema, sha256Schema } from '../ids/id';
import { dossierSchema } from '../handbook/dossier';
import { printKeySchema } from '../photos/print-copy';
import { problemSchema } from '../problems';
import { confirmationSheetSchema } from '../signatures/confirmation-sheet';
import { issueSchema } from '../records/issue';
import { officeScope } from '../records/record-schemas';
import { tourFileSchema } from '../tour-file/tour-file';
import { adminCallSchemas } from './admin-calls';
import { bundleCalls } from './bundle-calls';
import { hubCallSchemas } from './hub-calls';
import { officeCallSchemas } from './office-calls';
import {
  knownFilesReplySchema,
  knownFilesRequestSchema,
  transferSettingsSchema,
  transferStateSchema,
} from './transfers';
import { awaySchema, cursorsSchema, readReplySchema, pageSchema, viewsSchema } from './sync';
import { tableCalls } from './table-calls';

const bytesSchema = z.instanceof(Uint8Array);
const jpegUpTo = (limit: number) =>
  bytesSchema.refine((bytes) => bytes.byteLength <= limit && bytes[0] === 0xff && bytes[1] === 0xd8);
const nothing = z.object({});

/** What a laptop is told by its user. `serverUrl` is what an earlier version was told; laptops join an office now (office-calls.ts). */
export const settingsSchema = z.object({
  userName: z.string().max(50).default(''),
  serverUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  transfers: transferSettingsSchema.prefault({}),
});

const journalOriginSchema = z.enum(['local', 'remote', 'discarded']);

/**
 * One entry of the journal: `sequence` counts from 1; only what was taken off the disk left gaps. `discarded` speaks of a change that
 * stands further up, which the server refused and its author took back.
 */
export const journalEntrySchema = z.object({
  sequence: z.number().int().positive(),
  origin: journalOriginSchema,
  change: changeSchema,
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
  /** Answers when the entries are on disk (fsync), which is what 已保存 rests on. */
  'journal.append': {
    input: z.object({ origin: journalOriginSchema, changes: z.array(changeSchema).min(1).max(2000) }),
    output: z.object({ sequence: z.number().int().positive() }),
  },
  /** Changes that count together: gathered aside, and in the journal from `commit` on, whatever stops in between. */
  'imports.begin': { input: nothing, output: z.object({ import: idSchema }) },
  'imports.append': {
    input: z.object({ import: idSchema, changes: z.array(changeSchema).min(1).max(2000) }),
    output: nothing,
  },
  /** `sequence` is that of the last of them in the journal; null where they count and the journal will have them later. */
  'imports.commit': {
    input: z.object({ import: idSchema }),
    output: z.object({ sequence: z.number().int().nonnegative().nullable() }),
  },
  'imports.abandon': { input: z.object({ import: idSchema }), output: nothing },
  'journal.describe': {
    input: nothing,
    output: z.object({
      generation: idSchema,
      sequence: z.number().int().nonnegative(),
      /** Bytes that had to be set aside because they were damaged; 0 in a sound journal. */
      damagedBytes: z.number().int().nonnegative(),
    }),
  },
  'journal.read': {
    input: z.object({ after: z.number().int().nonnegative(), limit: z.number().int().min(1).max(2000) }),
    output: z.object({ entries: z.array(journalEntrySchema) }),
  },
  /**
   * Takes all of some tours off the disk but the changes in `keep`, and of `files` those that nothing left here names. Answered when
   * they are gone; what stops in between is done at the next start.
   */
  'journal.forgetScopes': {
    input: z.object({
      scopes: z
        .array(idSchema.refine((scope) => scope !== officeScope))
        .min(1)
        .max(10_000),
      keep: z.array(idSchema).max(100_000),
      files: z.array(sha256Schema).max(1_000_000),
    }),
    output: nothing,
  },
  /** The database cannot be opened nor deleted: main throws it away at the next start, and the journal fills a new one. */
  'profile.forget': { input: nothing, output: nothing },
  /** Room on the disk, and whether the space that was set aside for a full one is still there. */
  'disk.describe': {
    input: nothing,
    output: z.object({ freeBytes: z.number().nonnegative(), reserve: z.enum(['kept', 'used']) }),
  },
  'attachments.begin': {
    input: z.object({ name: z.string().max(255) }),
    output: z.object({ upload: idSchema }),
  },
  /** At most 1 MiB a call, so that no call blocks the window. */
  'attachments.append': {
    input: z.object({ upload: idSchema, bytes: bytesSchema.refine((bytes) => bytes.byteLength <= 1 << 20) }),
    output: nothing,
  },
  /** Answers when the file is on disk under its hash (fsync, rename, fsync of the directory). */
  'attachments.finish': {
    input: z.object({ upload: idSchema }),
    output: z.object({ sha256: sha256Schema, size: z.number().int() }),
  },
  /** Opens a read-only copy with the system's program; only types that run nothing by themselves. */
  'attachments.open': {
    input: z.object({ sha256: sha256Schema, name: z.string().max(255) }),
    output: nothing,
  },
  'attachments.saveAs': {
    input: z.object({ sha256: sha256Schema, name: z.string().max(255) }),
    output: z.object({ kind: z.enum(['canceled', 'written']), name: z.string() }),
  },
  /** A small JPEG of a picture, kept beside it and served as /thumbs/<sha256>. */
  'thumbs.keep': {
    input: z.object({
      sha256: sha256Schema,
      bytes: jpegUpTo(1 << 19),
    }),
    output: nothing,
  },
  /** Which of these copies for documents are still to be made. */
  'prints.missing': {
    input: z.object({ keys: z.array(printKeySchema).max(5000) }),
    output: z.object({ keys: z.array(printKeySchema) }),
  },
  /** A JPEG of a picture as documents show it: upright, with what was drawn on it. */
  'prints.keep': {
    input: z.object({ key: printKeySchema, bytes: jpegUpTo(1 << 20) }),
    output: nothing,
  },
  /** Asks where copies shall go: a folder for many, a file for one. `place` is empty when the person chose nothing. */
  'copies.choose': {
    input: z.object({ name: z.string().max(255), many: z.boolean() }),
    output: z.object({ place: refSchema }),
  },
  'copies.write': {
    input: z.object({
      place: idSchema,
      name: z.string().max(255),
      bytes: bytesSchema.refine((bytes) => bytes.byteLength <= 1 << 20),
      last: z.boolean(),
    }),
    output: z.object({ name: z.string() }),
  },
  /** A voice memo while it is recorded: every second of it is on disk (fsync) before the next one is over. */
  'recordings.begin': {
    input: z.object({ tour: idSchema, stop: refSchema, mime: z.string().max(100), at: z.string().max(40) }),
    output: z.object({ recording: idSchema }),
  },
  'recordings.append': {
    input: z.object({
      recording: idSchema,
      bytes: bytesSchema.refine((bytes) => bytes.byteLength <= 1 << 20),
    }),
    output: nothing,
  },
  /** Recordings of an earlier run that were cut off by a crash. */
  'recordings.unfinished': {
    input: nothing,
    output: z.object({
      recordings: z.array(
        z.object({
          recording: idSchema,
          tour: idSchema,
          stop: refSchema,
          mime: z.string(),
          at: z.string(),
          size: z.number().int().nonnegative(),
        }),
      ),
    }),
  },
  'recordings.read': {
    input: z.object({ recording: idSchema, from: z.number().int().nonnegative() }),
    output: z.object({ bytes: bytesSchema }),
  },
  /** The memo is a file of its own now, or nobody wants it. */
  'recordings.end': { input: z.object({ recording: idSchema }), output: nothing },
  'attachments.list': { input: nothing, output: z.object({ sha256: z.array(sha256Schema) }) },
  /** Which of these files the server has for this laptop already. */
  'attachments.known': { input: knownFilesRequestSchema, output: knownFilesReplySchema },
  'attachments.send': { input: z.object({ sha256: sha256Schema }), output: nothing },
  'attachments.fetch': { input: z.object({ sha256: sha256Schema }), output: nothing },
  /** The small picture of a photo, to and from the server. */
  'thumbs.send': { input: z.object({ sha256: sha256Schema }), output: nothing },
  'thumbs.fetch': { input: z.object({ sha256: sha256Schema }), output: nothing },
  /** Files that are on their way at this moment. */
  'transfers.list': { input: nothing, output: z.object({ transfers: z.array(transferStateSchema) }) },
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
