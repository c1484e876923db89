import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Readable, type Writable, Readable as Source } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { projectRoot } from '../build/steps/project-root';

/** What the intake of changes leaves behind: the log, the records that it amounts to, and what of them is open at a site. */
export const filledTables = ['changes', 'records', 'open_items'] as const;

/** COPY, the fastest way into the tables of a database: without checks, without HTTP, without a second look. */
export interface Copier {
  /** The rows of a table that are of this scope, in COPY's own text. */
  out(table: string, scope: string): Promise<Buffer>;
  /** Rows into a table. */
  into(table: string, rows: Buffer): Promise<void>;
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

export async function copyOnPostgres(url: string): Promise<Copier> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { from, to } = copyStreams();
  return {
    out: (table, scope) => buffer(client.query(to(`copy (${rowsOf(table, scope)}) to stdout`))),
    into: (table, rows) => pipeline(Source.from([rows]), client.query(from(`copy ${table} from stdin`))),
    run: async (sql) => {
      await client.query(sql);
    },
    close: () => client.end(),
  };
}

export async function copyOnPglite(directory: string): Promise<Copier> {
  const database = await PGlite.create({ dataDir: directory });
  return {
    async out(table, scope) {
      const { blob } = await database.query(`copy (${rowsOf(table, scope)}) to '/dev/blob'`);
      return Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
    },
    async into(table, rows) {
      await database.query(`copy ${table} from '/dev/blob'`, [], { blob: new Blob([Uint8Array.from(rows)]) });
    },
    run: async (sql) => {
      await database.exec(sql);
    },
    close: () => database.close(),
  };
}

/** COPY takes no parameters; the scopes of the bench are made of letters, digits and hyphens. */
function rowsOf(table: string, scope: string): string {
  return `select * from ${table} where scope = '${scope}'`;
}

interface CopyStreams {
  from(sql: string): Writable & pg.Submittable;
  to(sql: string): Readable & pg.Submittable;
}

/** It is one of the peers' packages, which lie in bench/node_modules. */
function copyStreams(): CopyStreams {
  return createRequire(join(projectRoot(), 'bench/package.json'))('pg-copy-streams') as CopyStreams;
}
