import { beforeAll, describe, expect, test } from 'vitest';
import { acceptChanges } from '../../../server/changes/accept-changes';
import { placeOldChanges } from '../../../server/changes/place-old-changes';
import type { Asking } from '../../../server/access/asking';
import type { Database } from '../../../server/database/database';
import type { Change } from '../../../shared/changes/change';
import type { Json } from '../../../shared/json';
import { asOffice } from '../as-office';
import { noteChange } from '../note-change';

const tourId = 'tour-with-teams';

const inspector = (name: string): Asking => ({
  ...asOffice,
  caller: { ...asOffice.caller, account: name, person: `person-${name}`, role: 'inspector', device: name },
});

function set(
  kind: Change['kind'],
  record: string,
  values: Readonly<Record<string, Json>>,
  on?: Change,
): Change {
  const fields = Object.entries(values).map(([field, value]) => [
    field,
    { value, replaces: on?.fields[field] ? [on.id] : [] },
  ]);
  return noteChange({ kind, record, scope: tourId, fields: Object.fromEntries(fields) as Change['fields'] });
}

/** A laptop that follows the server, page by page, and what it was given. */
function follower(database: Database, asking: Asking, limit = 3) {
  let from = { cursors: {}, views: {} as Record<string, string> };
  return async (changes: readonly Change[] = []) => {
    const got: string[] = [];
    const refused: string[] = [];
    let sent = changes;
    for (let more = true; more; sent = []) {
      const request = { protocol: 2 as const, device: asking.caller.device, epoch: database.epoch };
      const reply = await acceptChanges(database, { ...request, ...from, changes: [...sent] }, asking, limit);
      got.push(...reply.newer.filter(({ scope }) => scope === tourId).map(({ id }) => id));
      refused.push(...reply.refused.map(({ change }) => change));
      ({ more } = reply);
      from = reply;
    }
    return { got, refused, view: from.views[tourId] };
  };
}

/** What a team sees of a tour; each database passes it. */
export function testTeamViews(opened: () => Database): void {
  describe('What a team sees of its tour', () => {
    let database: Database;
    const ids = (...changes: readonly Change[]) => changes.map(({ id }) => id);

    beforeAll(async () => {
      database = opened();
      const people = ['a', 'b', 'c'];
      const accounts = people.map((id) => ({
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
      const devices = people.map((id) => ({
        scope: 'server',
        id,
        account: id,
        name: id,
        signing_key: '',
        sealing_key: '',
        version: '',
        enrolled_at: '2026',
        revoked_at: '',
      }));
      await database.transact(async ({ put }) => {
        await put('accounts', accounts);
        await put('devices', devices);
      });
    });

    const tour = set('tour', tourId, { title: '示例活动' });
    const teams = ['a', 'b'].map((team) =>
      set('team', `team-${team}`, { tour: tourId, members: [`person-${team}`] }),
    );
    const stops = ['a', 'b'].map((team) => set('stop', `stop-${team}`, { team: `team-${team}` }));
    const notes = ['a', 'b'].map((team) =>
      set('note', `note-${team}`, { stop: `stop-${team}`, text: '道路' }),
    );
    const frame = set('note', 'note-of-all', { text: '全体' });

    test('the frame and what is its own, by pages of any size, and what moves to it at once', async () => {
      const office = follower(database, asOffice);
      const [a, b] = [follower(database, inspector('a')), follower(database, inspector('b'), 1)];
      await office([tour, ...teams, ...stops, ...notes, frame]);
      const common = [tour, ...teams, frame];
      const first = await a();
      expect(first.view).toBe('team-a');
      expect(new Set(first.got)).toEqual(new Set(ids(...common, ...stops.slice(0, 1), ...notes.slice(0, 1))));
      expect(new Set((await b()).got)).toEqual(new Set(ids(...common, ...stops.slice(1), ...notes.slice(1))));

      // The stop of team a goes to team b, with what was written there; a is told where it went.
      const moved = set('stop', 'stop-a', { team: 'team-b' }, stops[0]);
      await office([moved]);
      expect((await a()).got).toEqual(ids(moved));
      expect(new Set((await b()).got)).toEqual(
        new Set(ids(moved, ...stops.slice(0, 1), ...notes.slice(0, 1))),
      );
      const later = set('note', 'note-a', { author: '乙' });
      await office([later]);
      expect([(await a()).got, (await b()).got]).toEqual([[], ids(later)]);
      // There and back again: nobody gets twice what he has.
      const back = set('stop', 'stop-a', { team: 'team-a' }, moved);
      await office([back]);
      expect(new Set((await a()).got)).toEqual(new Set(ids(back, later)));
      expect((await b()).got).toEqual(ids(back));
      expect([(await a()).got, (await b()).got, (await office()).got]).toEqual([[], [], []]);
    });

    test('what stands at a stop that is not known yet is given to its team as soon as it is', async () => {
      const office = follower(database, asOffice);
      const [a, b] = [follower(database, inspector('a')), follower(database, inspector('b'))];
      const early = set('note', 'note-early', { stop: 'stop-late', text: '先到' });
      await office([early]);
      expect((await a()).got).not.toContain(early.id);
      await b();
      const late = set('stop', 'stop-late', { team: 'team-b' });
      await office([late]);
      expect((await a()).got).toEqual([]);
      expect((await b()).got).toEqual(ids(late, early));
    });

    test('nobody brings another team’s stop before his own eyes; he may hand in what he carries for it', async () => {
      const a = follower(database, inspector('a'));
      const theft = set('stop', 'stop-b', { team: 'team-a' }, stops[1]);
      const carried = set('note', 'note-carried', { stop: 'stop-b', text: '代交' });
      const away = set('note', 'note-b', { stop: 'stop-a' }, notes[1]);
      const { refused, got } = await a([theft, carried, away]);
      expect(refused).toEqual(ids(theft, away));
      // Whoever gave a new stop to the wrong team says so, although he does not see it any more.
      const mine = set('stop', 'stop-wrong', { team: 'team-b' });
      await a([{ ...mine, device: 'a' }]);
      const right = set('stop', 'stop-wrong', { team: 'team-a' }, mine);
      expect((await a([right])).refused).toEqual([]);
      for (const foreign of [...stops.slice(1), ...notes.slice(1), carried])
        expect(got).not.toContain(foreign.id);
    });

    test('who leaves a team hands in what he typed, and sees the tour no more; who changes teams sees the other', async () => {
      const office = follower(database, asOffice);
      const c = follower(database, inspector('c'));
      expect((await c()).view).toBeUndefined();
      const joined = set('team', 'team-a', { members: ['person-a', 'person-c'] }, teams[0]);
      await office([joined]);
      expect((await c()).got).toContain(notes[0]?.id);
      const moves = [
        set('team', 'team-a', { members: ['person-a'] }, joined),
        set('team', 'team-b', { members: ['person-b', 'person-c'] }, teams[1]),
      ];
      await office(moves);
      const other = await c();
      expect(other.view).toBe('team-b');
      expect(other.got).toContain(notes[1]?.id);
      await office([set('team', 'team-b', { members: ['person-b'] }, moves[1])]);
      const last = set('note', 'note-last', { stop: 'stop-b', text: '离组前写的' });
      const gone = await c([last]);
      expect([gone.refused, gone.got, gone.view]).toEqual([[], [], undefined]);
      expect((await office()).got).toContain(last.id);
    });

    test('a database from before teams is given them, once', async () => {
      const all = async (name: string) => (await follower(database, inspector(name))()).got;
      const count = async () => {
        const sql = 'select count(*)::integer as n from handed';
        return (await database.transact(({ query }) => query<{ n: number }>(sql)))[0]?.n;
      };
      const [a, b] = [await all('a'), await all('b')];
      await database.transact(({ script }) =>
        script(`update changes set team = '?' where scope = '${tourId}';
          update records set team = '?', stop = '' where scope = '${tourId}';
          delete from handed where scope = '${tourId}'; delete from members where tour = '${tourId}';
          update server set placed = false`),
      );
      expect(await all('a')).toEqual([]);
      await placeOldChanges(database);
      const again = await all('a');
      expect(again).toEqual(
        expect.arrayContaining(ids(tour, frame, ...stops.slice(0, 1), ...notes.slice(0, 1))),
      );
      // Who was in a team earlier is not known of that time: nobody is given more than he had, and each of it once.
      expect(a).toEqual(expect.arrayContaining(again));
      expect(b).toEqual(expect.arrayContaining(await all('b')));
      expect(new Set(again).size).toBe(again.length);
      const before = await count();
      await database.transact(({ script }) => script('update server set placed = false'));
      await placeOldChanges(database);
      expect(await count()).toBe(before);
    });
  });
}
