/** PostgreSQL's numbers for the types of an array's elements. */
const textType = 25;
const integerType = 23;

const headBytes = 20;

/** UTF-8 of a UTF-16 unit. To count first what each text takes is to read it twice. */
const mostBytes = 3;

/** Which parameters of a statement are arrays that are worth it, by what the statement itself says; asked once for each. */
const castsOf = new Map<string, ReadonlyMap<number, string>>();

/**
 * Parameters as the driver shall send them: arrays that the statement calls `text[]` or `integer[]` in PostgreSQL's binary form.
 * As text, which is what the driver makes of an array, each element is searched for what has to be escaped and taken apart again by
 * the server: on thousands of changes that took longer than storing them.
 */
export function withBinaryArrays(sql: string, parameters: readonly unknown[]): unknown[] {
  const casts = castsOf.get(sql) ?? readCasts(sql);
  castsOf.set(sql, casts);
  return parameters.map((value, index) => {
    const cast = casts.get(index + 1);
    if (!Array.isArray(value) || value.length === 0) return value;
    if (cast === 'text' && value.every((item) => typeof item === 'string')) return texts(value);
    if (cast === 'integer' && value.every((item) => Number.isInteger(item))) return integers(value);
    return value;
  });
}

function readCasts(sql: string): ReadonlyMap<number, string> {
  return new Map(
    [...sql.matchAll(/\$(\d+)::(text|integer)\[\]/g)].map(([, number, type]) => [Number(number), type ?? '']),
  );
}

/**
 * Written into one piece of memory that is used again, and copied from there at its true length: three bytes for each letter, new for
 * each list, made the collector run over all objects every few requests, a fifth of the server's processor time.
 */
let room = Buffer.allocUnsafeSlow(1 << 20);

/** A list that needs more gets memory of its own. */
const mostRoom = 32 << 20;

function texts(values: readonly string[]): Buffer {
  const characters = values.reduce((sum, { length }) => sum + length, 0);
  const bytes = roomFor(headBytes + 4 * values.length + characters * mostBytes);
  writeHead(bytes, textType, values.length);
  let at = headBytes;
  for (const value of values) {
    const written = bytes.write(value, at + 4);
    bytes.writeInt32BE(written, at);
    at += 4 + written;
  }
  return Buffer.from(bytes.subarray(0, at));
}

function roomFor(bytes: number): Buffer {
  if (bytes > mostRoom) return Buffer.allocUnsafeSlow(bytes);
  if (bytes > room.length) room = Buffer.allocUnsafeSlow(Math.min(mostRoom, bytes * 2));
  return room;
}

function integers(values: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(headBytes + 8 * values.length);
  writeHead(bytes, integerType, values.length);
  let at = headBytes;
  for (const value of values) {
    at = bytes.writeInt32BE(4, at);
    at = bytes.writeInt32BE(value, at);
  }
  return bytes;
}

/** One dimension without nulls, of this type, this long, counted from 1. */
function writeHead(bytes: Buffer, type: number, length: number): void {
  for (const [place, value] of [1, 0, type, length, 1].entries()) bytes.writeInt32BE(value, place * 4);
}
