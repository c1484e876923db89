import { newId } from '../../shared/ids/new-id';
import type { HandedOn, HubAnswer, HubState, HubTask } from '../../shared/protocol/hub-process';
import type { Role } from '../../shared/access/role';
import { officeScope } from '../../shared/records/record-schemas';
import { allowDevice } from '../access/allow-device';
import { changeGrant } from '../access/change-grant';
import { makeCode } from '../access/make-code';
import { revokeDevice } from '../access/revoke-device';
import { makeAccount } from '../access/save-account';
import { findAccountByLogin } from '../database/account-queries';
import { listDevices } from '../database/device-queries';
import { listGrants } from '../database/grant-queries';
import { lockScopes } from '../database/scope-queries';
import type { Office } from '../office';
import { dropTour } from './drop-tour';

/** Whoever has the laptop that is the hub. */
const by = { account: 'hub', device: '' };

/** The two accounts of a hub: that of its own laptop, which hands on everything, and one that the laptops of the team share. */
const roles: Readonly<Record<'owner' | 'member', Role>> = { owner: 'administrator', member: 'inspector' };

/** What the hub's owner does with it, on its database itself: there is nobody else who administrates a hub. */
export async function runHubTask(
  office: Office,
  task: Exclude<HubTask, { kind: 'stop' }>,
): Promise<HubAnswer> {
  const { database, clock, random } = office;
  switch (task.kind) {
    case 'code':
      return {
        code: (await makeCode(database, await accountOf(office, task.for), by, clock(), random)).code,
      };
    case 'share':
      return share(office, task.tours);
    case 'drop':
      return drop(office, task);
    case 'describe':
      return describe(office);
    case 'revoke': {
      const revoked = await revokeDevice(database, task.device, by, clock());
      return revoked.ok ? { done: true } : { problem: revoked.problem };
    }
    case 'allow': {
      const allowed = await allowDevice(database, task.device, by, clock());
      return allowed.ok ? { done: true } : { problem: allowed.problem };
    }
  }
}

/** What is granted is carried, also by a database that was made again: a scope without a change is in no journal. */
export async function carryShared({ database }: Office): Promise<void> {
  await database.transact(async ({ query }) => {
    const tours = (await listGrants(query)).map(({ tour }) => tour);
    await lockScopes(query, [officeScope, ...new Set(tours)]);
  });
}

async function accountOf(office: Office, login: 'owner' | 'member'): Promise<string> {
  const { database, clock, random } = office;
  const known = await database.transact(({ query }) => findAccountByLogin(query, login));
  if (known) return known.id;
  const account = { login, name: login, role: roles[login], person: '' };
  const made = await makeAccount(database, account, newId(clock, random), by, clock());
  if (!made.ok) throw new Error(`no account of the hub: ${made.problem.code}`);
  return made.value.id;
}

/** The team's laptops are given these tours as a whole, and no others. Nobody is shown another tour that a laptop brought by itself. */
async function share(office: Office, tours: readonly string[]): Promise<HubAnswer> {
  const { database, clock } = office;
  const account = await accountOf(office, 'member');
  const before = await sharedTours(office, account);
  const changed = [
    ...tours.filter((tour) => !before.includes(tour)).map((tour) => ({ tour, act: 'grant.given' as const })),
    ...before.filter((tour) => !tours.includes(tour)).map((tour) => ({ tour, act: 'grant.taken' as const })),
  ];
  for (const { tour, act } of changed) {
    const done = await changeGrant(database, { account, tour, team: '' }, act, by, clock());
    if (!done.ok) return { problem: done.problem };
  }
  await carryShared(office);
  return { done: true };
}

/** Only what the team is not given any more: who unticks a tour and ticks it again keeps it. */
async function drop(office: Office, handedOn: HandedOn): Promise<HubAnswer> {
  const shared = await sharedTours(office, await accountOf(office, 'member'));
  const isGone = !shared.includes(handedOn.tour) && (await dropTour(office, handedOn));
  return { isGone };
}

async function sharedTours({ database }: Office, account: string): Promise<readonly string[]> {
  const grants = await database.transact(({ query }) => listGrants(query));
  return [...new Set(grants.filter((grant) => grant.account === account).map(({ tour }) => tour))];
}

async function describe(office: Office): Promise<HubState> {
  const [owner, member] = [await accountOf(office, 'owner'), await accountOf(office, 'member')];
  const devices = await office.database.transact(({ query }) => listDevices(query));
  return {
    members: devices.map(({ id, account, name, revokedAt, lastContact, pending }) => ({
      device: id,
      name,
      isOwner: account === owner,
      isRevoked: revokedAt !== '',
      lastContact,
      pending,
    })),
    tours: [...(await sharedTours(office, member))],
  };
}
