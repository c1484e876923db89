import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { listAccounts } from '../database/account-queries';
import type { Database } from '../database/database';
import { listDevices } from '../database/device-queries';
import type { KeptRow } from '../database/kept-tables';
import type { BackupFolder } from './backup-folder';
import type { Manifest } from './backup-manifest';

/** Whose access is known to have ended since a state was written. */
export interface Ended {
  /** The later state that tells of it; '' where there is none that can be read. */
  readonly state: string;
  /** When each laptop was revoked, by its id. */
  readonly devices: ReadonlyMap<string, string>;
  /** Accounts that were disabled. */
  readonly accounts: ReadonlySet<string>;
}

/** What the running office itself says of it. */
export async function readEndedNow(database: Database): Promise<Ended> {
  return database.transact(async ({ query }) => ({
    state: '',
    devices: new Map(
      (await listDevices(query)).flatMap(({ id, revokedAt }): [string, string][] =>
        revokedAt === '' ? [] : [[id, revokedAt]],
      ),
    ),
    accounts: new Set((await listAccounts(query)).filter(({ disabled }) => disabled).map(({ id }) => id)),
  }));
}

/** What either of both tells as ended. */
export function mergeEnded(one: Ended, other: Ended): Ended {
  return {
    state: one.state,
    devices: new Map([...other.devices, ...one.devices]),
    accounts: new Set([...one.accounts, ...other.accounts]),
  };
}

export const nothingEnded: Ended = { state: '', devices: new Map(), accounts: new Set() };

const deviceSchema = z.object({ id: z.string(), revoked_at: z.string() });
const accountSchema = z.object({ id: z.string(), disabled: z.boolean() });

/**
 * What the newest readable state after this one says of laptops and accounts: whoever restores an older state wants its work back, not the
 * thief of last week. A later state that cannot be read tells nothing, and the one before it is asked.
 */
export async function readEnded(folder: BackupFolder, after: string, identity: string): Promise<Ended> {
  const states = await folder.states();
  for (const state of states.slice(states.indexOf(after) + 1).toReversed()) {
    const ended = await readState(folder, state, identity).catch(() => null);
    if (ended) return ended;
  }
  return nothingEnded;
}

/** A row as it is put back: with what ended since. */
export function withEnded(table: string, row: KeptRow, { devices, accounts }: Ended): KeptRow {
  const id = String(row['id']);
  const revokedAt = table === 'devices' && row['revoked_at'] === '' ? devices.get(id) : undefined;
  if (revokedAt !== undefined) return { ...row, revoked_at: revokedAt };
  return table === 'accounts' && accounts.has(id) ? { ...row, disabled: true } : row;
}

async function readState(folder: BackupFolder, state: string, identity: string): Promise<Ended> {
  const manifest = await folder.readState(state, identity);
  const read = async <T>(name: string, schema: z.ZodType<T>): Promise<readonly T[]> =>
    z.array(schema).parse(await linesOf(folder, manifest, name, identity));
  const devices = await read('devices', deviceSchema);
  const accounts = await read('accounts', accountSchema);
  return {
    state,
    devices: new Map(
      devices.flatMap(({ id, revoked_at: at }): [string, string][] => (at === '' ? [] : [[id, at]])),
    ),
    accounts: new Set(accounts.filter(({ disabled }) => disabled).map(({ id }) => id)),
  };
}

async function linesOf(
  folder: BackupFolder,
  { tables }: Manifest,
  name: string,
  identity: string,
): Promise<readonly unknown[]> {
  const lines: unknown[] = [];
  for (const { sha256 } of tables.find((table) => table.name === name)?.parts ?? []) {
    const text = (await buffer(await folder.read('parts', sha256, identity))).toString('utf8');
    for (const line of text.split('\n')) if (line !== '') lines.push(JSON.parse(line));
  }
  return lines;
}
