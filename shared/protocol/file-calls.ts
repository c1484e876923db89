import { z } from 'zod';
import { idSchema, refSchema, sha256Schema } from '../ids/id';
import { printKeySchema } from '../photos/print-copy';
import { knownFilesReplySchema, knownFilesRequestSchema, transferStateSchema } from './transfers';

const bytesSchema = z.instanceof(Uint8Array);
const jpegUpTo = (limit: number) =>
  bytesSchema.refine((bytes) => bytes.byteLength <= limit && bytes[0] === 0xff && bytes[1] === 0xd8);
const nothing = z.object({});

/** The window's calls for files: originals, their small pictures and copies, recordings, and their way to the server and back. */
export const fileCalls = {
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
} as const;
