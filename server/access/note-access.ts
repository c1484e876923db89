import type { Change } from '../../shared/changes/change';
import { project } from '../../shared/changes/project';
import { officeScope } from '../../shared/records/record-schemas';
import type { NumberedChange } from '../changes/numbered-change';
import type { Query, Transaction } from '../database/database';
import { accountsOfDevices } from '../database/device-queries';
import { readMembers } from '../database/grant-queries';
import type { KeptRow } from '../database/kept-tables';
import { readStates } from '../database/record-queries';
import { type Deed, appendAudit } from './append-audit';
import type { Asking } from './asking';

/** What accepted changes mean for access: a tour that was begun is its maker's, a team's people see its tour; and who handed them in. */
export async function noteAccess(
  transaction: Transaction,
  { caller, now }: Asking,
  device: string,
  changes: readonly NumberedChange[],
): Promise<void> {
  const begun = changes.filter(({ number, change }) => number === 1 && change.scope !== officeScope);
  await transaction.put('grants', await grantsOfMakers(transaction.query, caller, begun));
  await noteMembers(
    transaction,
    changes.map(({ change }) => change),
  );
  const counts = new Map<string, number>();
  for (const { change } of changes) counts.set(change.scope, (counts.get(change.scope) ?? 0) + 1);
  const deeds = [...counts].map(([scope, count]): Deed => {
    const act = 'changes.accepted';
    return { scope, account: caller.account, device: caller.device || device, act, subject: scope, count };
  });
  await appendAudit(transaction, deeds, now);
}

/** To who hands a tour in, and to whose laptop it was made on: a courier's hand-over must not make it the courier's alone. */
async function grantsOfMakers(
  query: Query,
  { account, role }: Asking['caller'],
  begun: readonly NumberedChange[],
): Promise<readonly KeptRow[]> {
  const accounts = await accountsOfDevices(
    query,
    begun.map(({ change }) => change.device),
  );
  return begun.flatMap(({ change }) => {
    const makers = new Set([accounts.get(change.device), role === 'administrator' ? undefined : account]);
    return [...makers].flatMap((maker) => (maker === undefined ? [] : [grantOf(maker, change.scope)]));
  });
}

function grantOf(account: string, tour: string): KeptRow {
  return { scope: 'server', account, tour, team: '', source: 'made' };
}

/** Whom the teams among these records name, as they stand now. */
export async function noteMembers(
  { query, put, remove }: Transaction,
  records: readonly Pick<Change, 'scope' | 'kind' | 'record'>[],
): Promise<void> {
  const teams = new Map(
    records.filter(({ kind }) => kind === 'team').map((team) => [`${team.scope} ${team.record}`, team]),
  );
  if (teams.size === 0) return;
  const scopes = [...teams.values()].map(({ scope }) => scope);
  const ids = [...teams.values()].map(({ record }) => record);
  const named = [...teams.values()].map(({ scope, record }) => ({ scope, id: record }));
  const now = (await readStates(query, named)).flatMap(({ state }) => {
    const team = state.kind === 'team' ? project({ ...state, kind: 'team' }) : null;
    const people = team && !team.deleted ? [team.leader, ...team.members].filter(Boolean) : [];
    return people.map((person) => ({ scope: 'server', person, tour: state.scope, team: state.id }));
  });
  const keyOf = (row: { readonly person: string; readonly tour: string; readonly team: string }) =>
    `${row.person} ${row.tour} ${row.team}`;
  const before = await readMembers(query, scopes, ids);
  const [wanted, known] = [new Map(now.map((row) => [keyOf(row), row])), new Set(before.map(keyOf))];
  const gone = before.filter((row) => !wanted.has(keyOf(row)));
  await remove(
    'members',
    gone.map((row) => ({ scope: 'server', ...row })),
  );
  await put(
    'departed',
    gone.map(({ person, ...row }) => ({ scope: 'server', subject: person, ...row })),
  );
  await put(
    'members',
    [...wanted].filter(([key]) => !known.has(key)).map(([, row]) => row),
  );
}
