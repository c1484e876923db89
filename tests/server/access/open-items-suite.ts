import { beforeAll, describe, expect, test } from 'vitest';
import type { Asking } from '../../../server/access/asking';
import { readAs } from '../../../server/access/read-as';
import { readOpenItems } from '../../../server/access/read-open-items';
import { listOldItems } from '../../../server/changes/list-old-items';
import type { Database } from '../../../server/database/database';
import type { OpenItem } from '../../../shared/protocol/open-items';
import type { Json } from '../../../shared/json';
import { asOffice } from '../as-office';
import { seedOfRun, seeded } from '../seeded';
import { Field, type Plain, type Values } from './open-items-field';

const people = ['north', 'south', 'east'];
const rounds = 25;

const inspector = (name: string): Asking => ({
  ...asOffice,
  caller: { ...asOffice.caller, account: name, person: `person-${name}`, role: 'inspector', device: name },
});

/** Three tours with two teams each, six sites; `prefix` keeps two of them in one database apart. */
async function begin(database: Database, prefix: string): Promise<Field> {
  const field = new Field(database);
  for (const [at, tour] of ['t0', 't1', 't2'].map((name) => `${prefix}-${name}`).entries()) {
    const team = (name: string, members: readonly string[]) => ({
      id: `${tour}-${name}`,
      kind: 'team' as const,
      tour,
      values: { tour, members: members.map((one) => `person-${one}`) },
    });
    await field.write([
      { id: tour, kind: 'tour', tour, values: { title: `活动${at}` } },
      team('a', people.slice(at, at + 1)),
      team(
        'b',
        people.slice(0, 1).filter(() => at > 0),
      ),
      ...[0, 1, 2, 3].map((stop) => ({
        id: `${tour}-stop-${stop}`,
        kind: 'stop' as const,
        tour,
        values: { tour, team: `${tour}-${stop < 2 ? 'a' : 'b'}`, site: `${prefix}-site-${(stop + at) % 6}` },
      })),
    ]);
  }
  return field;
}

/** What happens in a round: things are found, closed, opened again, deleted and moved; stops and people too. */
async function oneRound(field: Field, random: () => number, prefix: string, round: number): Promise<void> {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const stops = field.live('stop');
  const edits: (Plain & { readonly id: string })[] = [];
  for (let count = 0; count < 3; count += 1) {
    const [id, stop] = pick(stops);
    const kind = pick(['issue', 'task', 'request'] as const);
    const { tour } = stop;
    edits.push({
      id: `${prefix}-${kind}-${round}-${count}`,
      kind,
      tour,
      values: { tour, stop: id, text: '围挡缺口' },
    });
  }
  await field.write(edits);
  const items = ['issue', 'task', 'request'].flatMap((kind) => field.live(kind));
  for (let count = 0; count < 3; count += 1) {
    const [id, { kind, tour, values }] = pick(items);
    const close = { issue: 'solvedOnSite', task: 'status', request: 'settled' }[kind as 'issue'];
    const isClosed = random() < 0.7;
    const own = stops.filter(
      ([, stop]) => stop.tour === tour && stop.values['team'] === teamOf(field, values),
    );
    const end: Values = { [close]: kind === 'task' ? (isClosed ? 'closed' : 'open') : isClosed };
    const moved: Values = own.length > 0 ? { stop: pick(own)[0] } : {};
    await field.write([
      { id, kind, tour, values: pick([end, end, { deleted: true }, moved, { text: '再看' }]) },
    ]);
  }
  const [stop, { tour }] = pick(stops);
  if (random() < 0.5)
    await field.write([
      { id: stop, kind: 'stop', tour, values: { site: `${prefix}-site-${Math.floor(random() * 6)}` } },
    ]);
  if (random() < 0.1) await field.write([{ id: stop, kind: 'stop', tour, values: { deleted: true } }]);
  if (random() < 0.3) {
    const [team, { tour: of }] = pick(field.live('team'));
    const members = people.filter(() => random() < 0.4).map((one) => `person-${one}`);
    await field.write([{ id: team, kind: 'team', tour: of, values: { members } }]);
  }
}

function teamOf(field: Field, { stop }: Values): Json | undefined {
  return typeof stop === 'string' ? field.records.get(stop)?.values['team'] : undefined;
}

/** What is open at a site, to those who go there; each database passes it. */
export function testOpenItems(opened: () => Database): void {
  describe('What is open at the sites of one’s tours', () => {
    let database: Database;
    const shown = async (person: string, away: readonly string[] = []): Promise<readonly OpenItem[]> =>
      (await readOpenItems(database, inspector(person), { version: '', away })).items ?? [];
    const ids = async (person: string, away?: readonly string[]) =>
      (await shown(person, away)).map(({ id }) => id).toSorted();

    beforeAll(async () => {
      database = opened();
      const rows = people.map((id) => ({
        scope: 'server',
        id,
        login: id,
        name: id,
        role: 'inspector',
        person: `person-${id}`,
        disabled: false,
        password: '',
        made_at: '2026',
      }));
      await database.transact(({ put }) => put('accounts', rows));
    });

    /** Plays rounds, and gives those after which somebody was shown too much or too little. */
    async function play(prefix: string, seed: number): Promise<readonly string[]> {
      const random = seeded(seed);
      const field = await begin(database, prefix);
      const wrong: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await oneRound(field, random, prefix, round);
        for (const person of people) {
          const away = random() < 0.3 ? [`${prefix}-t1`] : [];
          const own = (await ids(person, away)).filter((id) => id.startsWith(prefix));
          if (own.join() !== field.due(person, away).join()) wrong.push(`${person} in round ${round}`);
        }
      }
      return wrong;
    }

    test(
      'each is given exactly that, whatever is found, closed, moved and deleted; without the ending it is too much',
      { retry: 0 },
      async () => {
        const seed = seedOfRun();
        expect([seed, await play('whole', seed)]).toEqual([seed, []]);
        // The sabotage twin: nothing that is closed or gone leaves the lists.
        await database.transact(({ script }) =>
          script(`create function stay() returns trigger language plpgsql as 'begin return null; end';
          create trigger stay before delete on open_items for each row execute function stay()`),
        );
        const wrong = await play('endless', seed);
        await database.transact(({ script }) =>
          script('drop trigger stay on open_items; drop function stay()'),
        );
        expect(wrong.length).toBeGreaterThan(0);
      },
    );

    test('they say of what tour they are, and are not given again as they were', async () => {
      const field = await begin(database, 'said');
      const at = { tour: 'said-t1', stop: 'said-t1-stop-0' };
      await field.write([
        {
          id: 'said-issue',
          kind: 'issue',
          tour: 'said-t1',
          values: { ...at, text: '塔吊'.repeat(2000), due: '5月1日' },
        },
      ]);
      const first = await readOpenItems(database, inspector('north'), { version: '', away: [] });
      const item = first.items?.find(({ id }) => id === 'said-issue');
      expect(item).toMatchObject({ title: '活动1', site: 'said-site-1', kind: 'issue', more: ['5月1日'] });
      expect(item?.text).toHaveLength(2001);
      const again = { version: first.version, away: [] };
      expect(await readOpenItems(database, inspector('north'), again)).toEqual({ ...first, items: null });
      await field.write([{ id: 'said-t1', kind: 'tour', tour: 'said-t1', values: { title: '改名' } }]);
      expect((await shown('north')).find(({ id }) => id === 'said-issue')?.title).toBe('改名');
      await field.write([{ id: 'said-t1', kind: 'tour', tour: 'said-t1', values: { deleted: true } }]);
      expect(await ids('north')).not.toContain('said-issue');
    });

    test('of more than are given the newest are, and it is said so', async () => {
      // Who is shown most: of the rounds before, drawn by a seed, one of the three may have been left with a single one.
      const lengths = await Promise.all(
        people.map(async (name) => ({ name, length: (await ids(name)).length })),
      );
      const most = lengths.toSorted((one, other) => other.length - one.length)[0];
      const name = most?.name ?? '';
      const all = await readOpenItems(database, inspector(name), { version: '', away: [] });
      const count = all.items?.length ?? 0;
      expect([count > 1, all.isCut]).toEqual([true, false]);
      // Ids of records begin with the time at which they were made.
      const made = (all.items ?? []).map(({ id }) => id);
      expect(made).toEqual(made.toSorted((one, other) => (one < other ? 1 : -1)));
      const none = { version: '', away: [] };
      const some = await readOpenItems(database, inspector(name), none, count - 1);
      expect([some.items, some.isCut]).toEqual([all.items?.slice(0, -1), true]);
      const exactly = await readOpenItems(database, inspector(name), none, count);
      expect(exactly).toEqual(all);
    });

    test('who asks the table itself is shown no more; without its wall he is', async () => {
      const field = await begin(database, 'wall');
      const issue = (stop: number) => ({
        id: `wall-issue-${stop}`,
        kind: 'issue' as const,
        tour: 'wall-t2',
        values: { tour: 'wall-t2', stop: `wall-t2-stop-${stop}`, text: '围挡' },
      });
      await field.write([issue(0), issue(3)]);
      // South is in team a of the second tour alone, and goes to sites 1 and 2.
      const seen = async () => {
        const sql = `select record from open_items where record like 'wall-issue-%' order by record`;
        const rows = await readAs(database, inspector('south').caller, (query) =>
          query<{ record: string }>(sql),
        );
        return rows.map(({ record }) => record);
      };
      expect(await seen()).toEqual(['wall-issue-0']);
      const wall = (how: string) =>
        database.transact(({ script }) => script(`alter table open_items ${how} row level security`));
      await wall('disable');
      const leaked = await seen();
      await wall('enable');
      expect(leaked).toEqual(['wall-issue-0', 'wall-issue-3']);
      const visits = readAs(database, inspector('south').caller, (query) => query('select * from visits'));
      await expect(visits).rejects.toThrow(/permission denied/);
    });

    test('what is older than the lists is listed once, with the same end', async () => {
      // Without those that the twin left behind.
      const own = async (person: string) =>
        (await shown(person)).filter(({ id }) => !id.startsWith('endless'));
      const all = () => Promise.all(people.map(own));
      const before = await all();
      expect(before.flat().length).toBeGreaterThan(0);
      await database.transact(({ script }) =>
        script('delete from visits; delete from open_items; update server set listed = false'),
      );
      expect((await all()).flat()).toEqual([]);
      await listOldItems(database);
      expect(await all()).toEqual(before);
    });
  });
}
