import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { hashPassword } from '../../../server/access/password';
import type { Database } from '../../../server/database/database';
import { acceptChanges } from '../../../server/changes/accept-changes';
import { asOffice } from '../as-office';
import { noteChange } from '../note-change';
import type { TestOffice } from '../test-office';
import { type Answer, type Send, type TestLaptop, injectInto, makeTestLaptop } from '../test-laptop';

/** Who has an account and may come in. */
export const known = [
  'administrator without laptop',
  'administrator',
  'administrator without password',
  'secretary',
  'inspector',
  'inspector of another team',
  'inspector of another tour',
  'leader',
] as const;

/** Everybody who may knock at a server. */
export const callers = [
  ...known,
  'stranger',
  'wrong token',
  'revoked laptop',
  'disabled account',
  'expired token',
  'stolen token',
] as const;

export type CallerName = (typeof callers)[number];

export const writers: readonly CallerName[] = known.filter((name) => name !== 'leader');
export const administrators: readonly CallerName[] = ['administrator without laptop', 'administrator'];

export const sharedSha256 = 'a'.repeat(64);
export const otherSha256 = 'b'.repeat(64);
/** Of a photo that another team of tour 1 took. */
export const teamSha256 = 'd'.repeat(64);

/** Asks as one of them. */
export type AskAs = (caller: CallerName, method: string, path: string, body?: unknown) => Promise<Answer>;

/** Two tours with a note and a photo each, a second team in the first that has a stop with a note and a photo, the register, and everybody with an account, a laptop and an open session. */
export async function makeSampleCallers(
  { office: { database }, app, administrator }: TestOffice,
  clock: { now: number },
): Promise<{ readonly laptops: ReadonlyMap<CallerName, TestLaptop>; askOn(app: FastifyInstance): AskAs }> {
  await fillTours(database);
  const send = injectInto(app);
  const password = await hashPassword('a sample password');
  const laptops = new Map<CallerName, TestLaptop>();
  const add = async (name: CallerName, role: string, person = '', isDisabled = false) =>
    laptops.set(
      name,
      await addLaptop(database, send, {
        login: name.replaceAll(' ', '-'),
        role,
        person,
        password,
        isDisabled,
      }),
    );
  await add('administrator', 'administrator');
  await add('administrator without password', 'administrator');
  await add('secretary', 'secretary', 'person-of-tour-1');
  await add('inspector', 'inspector', 'person-of-tour-1');
  await add('inspector of another team', 'inspector', 'person-of-team-2');
  await add('inspector of another tour', 'inspector', 'person-of-tour-2');
  await add('leader', 'leader', 'person-of-tour-1');
  await add('revoked laptop', 'secretary', 'person-of-tour-1');
  await add('disabled account', 'secretary', 'person-of-tour-1');
  await add('expired token', 'secretary', 'person-of-tour-1');
  const laptopOf = (name: CallerName) => laptops.get(name) as TestLaptop;

  await laptopOf('expired token').open();
  clock.now += 16 * 60_000;
  for (const [name, laptop] of laptops) {
    const signIn = { login: name.replaceAll(' ', '-'), password: 'a sample password' };
    if (name !== 'expired token') await laptop.open(name === 'administrator' ? { signIn } : {});
  }
  laptops.set('administrator without laptop', administrator);
  const thief = makeTestLaptop(send);
  thief.token = laptopOf('secretary').token;
  laptops.set('stolen token', thief);
  await database.transact(async ({ query }) => {
    await query(`update devices set revoked_at = 'now' where id = $1`, [laptopOf('revoked laptop').id]);
    await query(`update accounts set disabled = true where login = 'disabled-account'`);
  });

  return {
    laptops,
    askOn: (other) => (caller, method, path, body) => {
      const headers =
        caller === 'stranger'
          ? {}
          : caller === 'wrong token'
            ? { authorization: `Bearer ${administrator.token}` }
            : laptopOf(caller).headersFor(method, path, body === undefined ? '' : JSON.stringify(body));
      return injectInto(other)({ method, path, body, headers });
    },
  };
}

async function addLaptop(
  database: Database,
  send: Send,
  {
    isDisabled,
    ...account
  }: { login: string; role: string; person: string; password: string; isDisabled: boolean },
): Promise<TestLaptop> {
  const laptop = makeTestLaptop(send);
  const id = randomUUID();
  const at = '2026-01-01T00:00:00.000Z';
  await database.transact(async ({ put }) => {
    await put('accounts', [
      { scope: 'server', id, name: '示例用户', ...account, disabled: isDisabled, made_at: at },
    ]);
    await put('devices', [
      {
        scope: 'server',
        id: laptop.id,
        account: id,
        name: '外业笔记本',
        signing_key: laptop.publicKey,
        sealing_key: 'unused',
        version: '0.1.0',
        enrolled_at: at,
        revoked_at: '',
      },
    ]);
  });
  return laptop;
}

async function fillTours(database: Database): Promise<void> {
  const value = (of: unknown) => ({ value: of as string, replaces: [] as string[] });
  const changes = ['tour-1', 'tour-2'].flatMap((scope) => [
    noteChange({ scope, record: `note-of-${scope}` }),
    noteChange({
      scope,
      kind: 'team',
      record: `team-of-${scope}`,
      fields: { tour: value(scope), members: { value: [`person-of-${scope}`], replaces: [] } },
    }),
    noteChange({
      scope,
      kind: 'attachment',
      record: `photo-of-${scope}`,
      fields: { sha256: value(scope === 'tour-1' ? sharedSha256 : otherSha256) },
    }),
  ]);
  const ofTeam = { scope: 'tour-1' };
  const at = { stop: value('stop-of-team-2') };
  changes.push(
    noteChange({
      ...ofTeam,
      kind: 'team',
      record: 'team-2',
      fields: { tour: value('tour-1'), members: value(['person-of-team-2']) },
    }),
    noteChange({ ...ofTeam, kind: 'stop', record: 'stop-of-team-2', fields: { team: value('team-2') } }),
    noteChange({ ...ofTeam, record: 'note-of-team-2', fields: { text: value('第二组所见'), ...at } }),
    noteChange({
      ...ofTeam,
      kind: 'attachment',
      record: 'photo-of-team-2',
      fields: { sha256: value(teamSha256), ...at },
    }),
  );
  const site = noteChange({ scope: 'office', kind: 'site', fields: { name: value('示例项目') } });
  const request = { device: 'seed', epoch: null, cursors: {}, views: {}, changes: [...changes, site] };
  await acceptChanges(database, { protocol: 2, ...request }, asOffice);
}
