import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptChanges } from '../../../server/changes/accept-changes';
import type { Database } from '../../../server/database/database';
import type { Change } from '../../../shared/changes/change';
import { changeBytes } from '../../../shared/protocol/sync';
import { asOffice } from '../as-office';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { noteChange } from '../note-change';
import { openTestDatabase } from '../open-test-database';

const asInspector = {
  ...asOffice,
  caller: { ...asOffice.caller, account: 'inspector-1', role: 'inspector' as const, device: 'laptop-1' },
};

describe('A record keeps its home', () => {
  let directory: string;
  let database: Database;
  beforeAll(async () => {
    directory = await makeReadyDirectory();
    database = await openTestDatabase({ directory });
    const site = noteChange({ scope: 'office', kind: 'site', record: 'site-1', fields: nameOf('示例项目') });
    await putInspector(database);
    await send([site], asOffice);
  });
  afterAll(async () => {
    await database.close();
    await removeDataDirectory(directory);
  });

  async function send(
    changes: readonly Change[],
    asking: typeof asOffice | typeof asInspector = asInspector,
  ) {
    const request = { protocol: 2 as const, device: 'laptop-1', epoch: null, cursors: {}, views: {} };
    const reply = await acceptChanges(database, { ...request, changes: [...changes] }, asking);
    return reply.refused.map(({ change, problem: { code } }) => `${change} ${code}`);
  }

  test('an id of the register is no record of any tour, also of one that sorts before it', async () => {
    const theft = noteChange({ scope: '0', record: 'site-1' });
    const own = noteChange({ scope: '0', record: 'note-1' });
    expect(await send([theft, own])).toEqual([`${theft.id} change.forbidden`]);
  });

  test('an id has one kind, in what is there and in one request', async () => {
    const tour = 'tour-1';
    const team = noteChange({ scope: tour, kind: 'team', record: 'team-1', fields: nameOf('第一组') });
    const disguised = noteChange({ scope: tour, record: 'team-1' });
    expect(await send([team, disguised])).toEqual([`${disguised.id} change.forbidden`]);
    expect(await send([{ ...disguised, id: `${disguised.id.slice(0, -1)}x` }])).toHaveLength(1);
    expect(
      await send([noteChange({ scope: tour, kind: 'team', record: 'team-1', fields: nameOf('一组') })]),
    ).toEqual([]);
  });

  test('a record of one tour is none of another that the same person writes in, whichever sorts first', async () => {
    const own = noteChange({ scope: 'tour-b', record: 'note-b' });
    expect(await send([own, noteChange({ scope: 'tour-a' })])).toEqual([]);
    for (const scope of ['tour-a', 'tour-c', '0-new']) {
      const moved = noteChange({ scope, record: 'note-b', text: '搬来的话' });
      const beside = noteChange({ scope, record: `beside-${scope}` });
      expect(await send([moved, beside])).toEqual([`${moved.id} change.elsewhere`]);
      // Sent again it is still refused: nothing of it stuck.
      expect(await send([moved])).toEqual([`${moved.id} change.elsewhere`]);
    }
    const register = noteChange({ scope: 'office', kind: 'site', record: 'note-b', fields: nameOf('冒名') });
    expect(await send([register])).toEqual([`${register.id} change.elsewhere`]);
    const twins = ['tour-a', 'tour-c'].map((scope) => noteChange({ scope, record: 'twin' }));
    expect(await send(twins)).toEqual([`${twins[1]?.id} change.elsewhere`]);
    expect(await send([noteChange({ scope: 'tour-b', record: 'note-b', text: '还在原处' })])).toEqual([]);
    const logged = await database.transact(({ query }) =>
      query(`select distinct scope from changes where body->>'record' = 'note-b'`),
    );
    expect(logged).toEqual([{ scope: 'tour-b' }]);
  });

  test('no tour has the name of the accounts’ scope, whoever begins it', async () => {
    for (const asking of [asOffice, asInspector]) {
      const change = noteChange({ scope: 'server' });
      expect(await send([change], asking)).toEqual([`${change.id} change.forbidden`]);
    }
  });

  test('what no laptop could take in is refused alone', async () => {
    const large = noteChange({ scope: 'tour-2', text: 'x'.repeat(changeBytes) });
    const small = noteChange({ scope: 'tour-2' });
    expect(await send([large, small])).toEqual([`${large.id} change.tooLarge`]);
  });

  test('what teams were shown and handed is the same after a rebuild, with the same numbers', async () => {
    const placed = (team: string, replaces: readonly string[] = []) =>
      noteChange({
        scope: 'tour-3',
        kind: 'stop',
        record: 'stop-1',
        fields: { team: { value: team, replaces: [...replaces] } },
      });
    const first = placed('team-a');
    const early = noteChange({ scope: 'tour-3', fields: { stop: { value: 'stop-1', replaces: [] } } });
    await send([early, noteChange({ scope: 'tour-3' })]);
    await send([first]);
    await send([placed('team-b', [first.id])]);
    const rows = () =>
      database.transact(async ({ query }) => [
        await query(`select number, id, team from changes where scope = 'tour-3' order by number`),
        await query(`select number, id, record, team from handed where scope = 'tour-3' order by number`),
        await query(`select id, team, stop from records where scope = 'tour-3' order by id`),
        await query(`select last_number from scopes where scope = 'tour-3'`),
      ]);
    const before = await rows();
    expect(before[1]).toHaveLength(4);
    await database.close();
    await rm(join(directory, 'database'), { recursive: true });
    database = await openTestDatabase({ directory });
    expect(await rows()).toEqual(before);
  });
});

/** The laptop that the requests come from; a write asks whether it is still good. */
async function putInspector(database: Database): Promise<void> {
  const { account, device } = asInspector.caller;
  const at = '2026-01-01T00:00:00.000Z';
  await database.transact(async ({ put }) => {
    const person = { id: account, login: 'inspector', name: '示例用户', role: 'inspector', person: '' };
    await put('accounts', [{ scope: 'server', ...person, disabled: false, password: '', made_at: at }]);
    const keys = { signing_key: 'unused', sealing_key: 'unused', version: '0.1.0', enrolled_at: at };
    await put('devices', [
      { scope: 'server', id: device, account, name: '外业笔记本', ...keys, revoked_at: '' },
    ]);
  });
}

function nameOf(value: string): Change['fields'] {
  return { name: { value, replaces: [] } };
}
