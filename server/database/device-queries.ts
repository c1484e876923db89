import type { Role } from '../../shared/access/role';
import type { Query } from './database';
import type { KeptRow } from './kept-tables';

/** An enrolled laptop. `revokedAt` is '' while it may come. */
export interface Device {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly signingKey: string;
  readonly sealingKey: string;
  readonly version: string;
  readonly enrolledAt: string;
  readonly revokedAt: string;
}

/** A laptop and what it told when it last came. */
export interface SeenDevice extends Device {
  readonly lastContact: string;
  /** Changes and files that it still held for itself. */
  readonly pending: number;
}

interface DeviceRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly signing_key: string;
  readonly sealing_key: string;
  readonly version: string;
  readonly enrolled_at: string;
  readonly revoked_at: string;
}

const columns =
  'd.id, d.account, d.name, d.signing_key, d.sealing_key, d.version, d.enrolled_at, d.revoked_at';

export async function findDevice(query: Query, id: string): Promise<Device | null> {
  const rows = await query<DeviceRow>(
    `select ${columns} from devices d where d.scope = 'server' and d.id = $1`,
    [id],
  );
  return rows[0] ? deviceOf(rows[0]) : null;
}

/** What a request must know of its sender. One statement, because it is asked with every request. */
export interface Holding {
  readonly account: string;
  readonly role: Role;
  readonly person: string;
  readonly disabled: boolean;
  readonly signing_key: string;
  readonly revoked_at: string;
}

/** The account, and its laptop where the session is one's; null where either is unknown. */
export async function findHolding(query: Query, account: string, device: string): Promise<Holding | null> {
  const rows = await query<Holding>(
    `select a.id as account, a.role, a.person, a.disabled,
       coalesce(d.signing_key, '') as signing_key, coalesce(d.revoked_at, '') as revoked_at
     from accounts a left join devices d on d.scope = a.scope and d.account = a.id and d.id = $2
     where a.scope = 'server' and a.id = $1 and ($2 = '' or d.id is not null)`,
    [account, device],
  );
  return rows[0] ?? null;
}

/** Whose these laptops are, of those that are enrolled here. */
export async function accountsOfDevices(
  query: Query,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await query<{ id: string; account: string }>(
    `select id, account from devices where scope = 'server' and id = any($1::text[])`,
    [ids],
  );
  return new Map(rows.map(({ id, account }) => [id, account]));
}

export async function listDevices(query: Query): Promise<readonly SeenDevice[]> {
  const rows = await query<DeviceRow & { at: string; pending: number; told_version: string }>(
    `select ${columns}, coalesce(c.at, '') as at, coalesce(c.pending, 0) as pending,
       coalesce(nullif(c.version, ''), d.version) as told_version
     from devices d left join contacts c on c.scope = d.scope and c.device = d.id
     where d.scope = 'server' order by d.enrolled_at, d.id`,
  );
  return rows.map(({ at, pending, told_version, ...row }) => ({
    ...deviceOf({ ...row, version: told_version }),
    lastContact: at,
    pending,
  }));
}

export function rowOfDevice(device: Device): KeptRow {
  const { signingKey, sealingKey, enrolledAt, revokedAt, ...rest } = device;
  return {
    scope: 'server',
    ...rest,
    signing_key: signingKey,
    sealing_key: sealingKey,
    enrolled_at: enrolledAt,
    revoked_at: revokedAt,
  };
}

/** Notes that a laptop came. Not kept beyond a power cut: it comes again. */
export async function noteContact(
  query: Query,
  device: string,
  told: { readonly at: string; readonly version: string; readonly pending: number },
): Promise<void> {
  await query(
    `insert into contacts (scope, device, at, version, pending) values ('server', $1, $2, $3, $4::integer)
     on conflict (scope, device) do update set at = excluded.at, version = excluded.version, pending = excluded.pending`,
    [device, told.at, told.version, told.pending],
  );
}

function deviceOf({ signing_key, sealing_key, enrolled_at, revoked_at, ...row }: DeviceRow): Device {
  return {
    ...row,
    signingKey: signing_key,
    sealingKey: sealing_key,
    enrolledAt: enrolled_at,
    revokedAt: revoked_at,
  };
}
