import { beforeAll, describe, expect, test } from 'vitest';
import type { Asking } from '../../../server/access/asking';
import { readOpenItems } from '../../../server/access/read-open-items';
import { acceptChanges } from '../../../server/changes/accept-changes';
import type { Database } from '../../../server/database/database';
import type { Change } from '../../../shared/changes/change';
import { merge } from '../../../shared/changes/merge';
import { listedKinds } from '../../../shared/sync/list-open-items';
import { asOffice } from '../as-office';
import { noteChange } from '../note-change';
import { Field } from './open-items-field';

const site = 'taken-site';
const tours = { theirs: 'taken-theirs', own: 'taken-own' };
/** What the taker is shown of the other tour: of each kind a record, and the tour's own. */
const shown = ['taken-issue', 'taken-task', 'taken-request', tours.theirs];

const asTaker: Asking = {
  ...asOffice,
  caller: {
    ...asOffice.caller,
    account: 'taker',
    person: 'person-taker',
    role: 'inspector',
    device: 'taker',
  },
};

/** Who knows an id does not get its record by it; each database passes it. */
export function testTakenRecords(opened: () => Database): void {
  describe('A record of another tour or team', () => {
    let database: Database;
    let field: Field;

    const give = async (asking: Asking, changes: readonly Change[]) => {
      const request = { protocol: 2 as const, device: 'taker', epoch: null, cursors: {}, views: {} };
      const { refused, newer } = await acceptChanges(
        database,
        { ...request, changes: [...changes] },
        asking,
        1000,
      );
      return { refused: refused.map(({ change, problem: { code } }) => `${change} ${code}`), newer };
    };
    const scopesOf = async (record: string) => {
      const rows = await database.transact(({ query }) =>
        query<{ scope: string }>('select scope from records where id = $1 order by scope', [record]),
      );
      return rows.map(({ scope }) => scope);
    };

    beforeAll(async () => {
      database = opened();
      field = new Field(database);
      const account = { id: 'taker', login: 'taker', name: '示例用户', role: 'inspector' };
      const more = { person: 'person-taker', disabled: false, password: '', made_at: '2026' };
      const device = { id: 'taker', account: 'taker', name: '外业笔记本', signing_key: '', sealing_key: '' };
      await database.transact(async ({ put }) => {
        await put('accounts', [{ scope: 'server', ...account, ...more }]);
        const times = { version: '', enrolled_at: '2026', revoked_at: '' };
        await put('devices', [{ scope: 'server', ...device, ...times }]);
      });
      for (const tour of Object.values(tours)) {
        const members = tour === tours.own ? ['person-taker'] : ['person-of-others'];
        await field.write([
          { id: tour, kind: 'tour', tour, values: { title: '示例活动' } },
          { id: `${tour}-team`, kind: 'team', tour, values: { tour, members } },
          { id: `${tour}-stop`, kind: 'stop', tour, values: { tour, team: `${tour}-team`, site } },
        ]);
      }
      const at = { tour: tours.theirs, stop: `${tours.theirs}-stop`, text: '围挡缺口' };
      await field.write(
        (['issue', 'task', 'request'] as const).map((kind) => {
          return { id: `taken-${kind}`, kind, tour: tours.theirs, values: at };
        }),
      );
    });

    /** Of what was shown, that which the taker could begin in a tour of his own, new or not; what he writes beside it arrives. */
    async function begun(): Promise<readonly string[]> {
      const arrived: string[] = [];
      for (const record of shown)
        for (const scope of ['0-taken', 'taken-a-new-one', tours.own]) {
          const theft = noteChange({ scope, record, kind: 'issue', device: 'taker' });
          const { refused } = await give(asTaker, [theft, noteChange({ scope, device: 'taker' })]);
          if (refused.join() !== `${theft.id} change.elsewhere`) arrived.push(`${record} in ${scope}`);
        }
      return arrived;
    }

    test('is not begun a second time by whom it was shown as open at a site, also when it is closed or he goes there no more', async () => {
      const reply = await readOpenItems(database, asTaker, { version: '', away: [] });
      const told = new Set(reply.items?.flatMap(({ id, tour }) => [id, tour]));
      expect(shown.filter((id) => !told.has(id))).toEqual([]);
      expect(listedKinds).toEqual(new Set(['tour', 'issue', 'task', 'request']));
      expect(await begun()).toEqual([]);

      const theirs = { tour: tours.theirs };
      await field.write([
        { id: 'taken-issue', kind: 'issue', ...theirs, values: { solvedOnSite: true } },
        { id: 'taken-task', kind: 'task', ...theirs, values: { status: 'closed' } },
        { id: 'taken-request', kind: 'request', ...theirs, values: { deleted: true } },
      ]);
      expect(await begun()).toEqual([]);
      await field.write([
        { id: `${tours.own}-stop`, kind: 'stop', tour: tours.own, values: { deleted: true } },
      ]);
      expect(await begun()).toEqual([]);
      for (const record of shown) expect(await scopesOf(record)).toEqual([tours.theirs]);
    });

    test('would be the other one to all who read both, if it were begun a second time', async () => {
      // An administrator is trusted, and not asked.
      const real = noteChange({ scope: 'taken-real', kind: 'issue', record: 'taken-twice' });
      const other = noteChange({
        scope: '0-taken-twice',
        kind: 'issue',
        record: 'taken-twice',
        text: '冒名',
      });
      expect((await give(asOffice, [real, other])).refused).toEqual([]);
      expect(await scopesOf('taken-twice')).toEqual(['0-taken-twice', 'taken-real']);
      expect(merge(merge(undefined, real), other).scope).toBe('0-taken-twice');
    });

    test('is placed by who made it; an edit of it, or one that claims to replace something of one’s own, makes it nobody’s own', async () => {
      const tour = 'taken-teams';
      const teams = ['a', 'b'].map((name) => ({
        id: `${tour}-${name}`,
        kind: 'team' as const,
        tour,
        values: { tour, members: name === 'a' ? ['person-taker'] : [] },
      }));
      const stops = teams.map(({ id }) => {
        return { id: `${id}-stop`, kind: 'stop' as const, tour, values: { tour, team: id } };
      });
      await field.write([
        { id: tour, kind: 'tour', tour, values: { title: '示例活动' } },
        ...teams,
        ...stops,
      ]);
      const own = noteChange({ scope: tour, device: 'taker' });
      expect((await give(asTaker, [own])).refused).toEqual([]);
      const stop = (name: 'a' | 'b', replaces: readonly string[] = []): Change['fields'] => ({
        stop: { value: `${tour}-${name}-stop`, replaces: [...replaces] },
      });
      const text = { text: { value: '第二组所见', replaces: [] } };
      const made = noteChange({ scope: tour, device: 'other', fields: { ...text, ...stop('b') } });
      const { record } = made;
      await give(asOffice, [made]);

      // What anybody of the tour may: to hand in words for a team of it.
      const edit = (replaces: readonly string[]) =>
        noteChange({
          scope: tour,
          record,
          device: 'taker',
          fields: { author: { value: '乙', replaces: [...replaces] } },
        });
      const theft = noteChange({ scope: tour, record, device: 'taker', fields: stop('a', [made.id]) });
      expect((await give(asTaker, [theft])).refused).toEqual([`${theft.id} change.forbidden`]);
      for (const replaces of [[], [own.id]]) {
        expect((await give(asTaker, [edit(replaces)])).refused).toEqual([]);
        const { refused, newer } = await give(asTaker, [theft]);
        expect(refused).toEqual([`${theft.id} change.forbidden`]);
        expect(newer.map(({ id }) => id)).not.toContain(made.id);
      }

      // Who made it for the wrong team says so, whoever wrote in it since.
      const mine = noteChange({ scope: tour, device: 'taker', fields: { ...text, ...stop('b') } });
      const later = noteChange({ scope: tour, record: mine.record, device: 'other', text: '补充' });
      const right = noteChange({
        scope: tour,
        record: mine.record,
        device: 'taker',
        fields: stop('a', [mine.id]),
      });
      expect((await give(asTaker, [mine])).refused).toEqual([]);
      await give(asOffice, [later]);
      expect((await give(asTaker, [right])).refused).toEqual([]);
    });
  });
}
