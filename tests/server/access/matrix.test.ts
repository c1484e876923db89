import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../server/app';
import type { Change } from '../../../shared/changes/change';
import { accessRules } from '../../../shared/access/access-rules';
import { noteChange } from '../note-change';
import { startPostgres } from '../postgres';
import { type TestOffice, openTestOffice } from '../test-office';
import type { TestLaptop } from '../test-laptop';
import { mayCall } from './may-call';
import { field, mayWrite } from './may-write';
import { scopesIn } from './scopes-in';
import { testCarriedPages } from './carried-pages-suite';
import { testSweep } from '../files/sweep-suite';
import { testOpenItems } from './open-items-suite';
import { testTakenRecords } from './taken-records-suite';
import { testTeamViews } from './team-views-suite';
import {
  type AskAs,
  type CallerName,
  administrators,
  callers,
  known,
  makeSampleCallers,
  otherSha256,
  sharedSha256,
  teamSha256,
  writers,
} from './sample-callers';

/** What those hear who may not. */
const told: Readonly<Partial<Record<CallerName, string>>> = {
  'administrator without password': 'session.passwordNeeded',
  secretary: 'access.denied',
  inspector: 'access.denied',
  'inspector of another team': 'access.denied',
  'inspector of another tour': 'access.denied',
  leader: 'access.denied',
  stranger: 'session.needed',
  'wrong token': 'session.needed',
  'revoked laptop': 'device.revoked',
  'disabled account': 'account.disabled',
  'expired token': 'session.needed',
  'stolen token': 'session.needed',
};

/** The scopes that each may read. */
const mayRead: Readonly<Partial<Record<CallerName, readonly string[]>>> = {
  'administrator without laptop': ['office', 'tour-1', 'tour-2'],
  administrator: ['office', 'tour-1', 'tour-2'],
  'administrator without password': ['office', 'tour-1', 'tour-2'],
  secretary: ['office', 'tour-1'],
  inspector: ['office', 'tour-1'],
  'inspector of another team': ['office', 'tour-1'],
  'inspector of another tour': ['office', 'tour-2'],
  leader: ['office', 'tour-1'],
};

/** Who sees what the second team of tour 1 has. */
const readsTeam2: readonly CallerName[] = [
  'administrator without laptop',
  'administrator',
  'administrator without password',
  'secretary',
  'inspector of another team',
  'leader',
];

function testMatrix(name: string, open: () => Promise<{ url?: string; stop(): Promise<void> }>): void {
  describe(`Who may do what, on ${name}`, () => {
    const clock = { now: Date.parse('2026-05-20T08:00:00Z') };
    let opened: TestOffice;
    let stop: () => Promise<void>;
    let ask: AskAs;
    let askOn: (app: FastifyInstance) => AskAs;
    let laptops: ReadonlyMap<CallerName, TestLaptop>;

    beforeAll(async () => {
      const started = await open();
      stop = started.stop;
      opened = await openTestOffice({ url: started.url, clock: () => clock.now });
      for (const sha256 of [sharedSha256, otherSha256, teamSha256]) {
        const folder = join(opened.directory, 'blobs', sha256.slice(0, 2));
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, sha256), 'bytes');
      }
      ({ laptops, askOn } = await makeSampleCallers(opened, clock));
      ask = askOn(opened.app);
      // As whoever sees their records would have brought them.
      await opened.office.database.transact(({ script }) => script('update attachments set is_held = true'));
    });
    afterAll(async () => {
      await opened?.close();
      await stop?.();
    });

    const exchange = (caller: CallerName, changes: readonly Change[] = []) => ({
      protocol: 2,
      device: laptops.get(caller)?.id ?? 'published-from-a-desk',
      epoch: null,
      cursors: {},
      views: {},
      changes,
    });

    test('every route asks everybody what its row says', async () => {
      const routes = opened.routes.flatMap(({ method, url }) =>
        [method].flat().map((verb) => ({ verb, url })),
      );
      const cells: string[] = [];
      const wrong: string[] = [];
      for (const { verb, url } of routes) {
        // Fastify answers HEAD wherever there is a GET.
        const row = mayCall[`${verb} ${url}`] ?? mayCall[`GET ${verb === 'HEAD' ? url : ''}`];
        if (!row) {
          wrong.push(`${verb} ${url} has no row`);
          continue;
        }
        for (const caller of callers) {
          const path = url.replace(/:\w+/, 'c'.repeat(64));
          const { statusCode, body } = await ask(caller, verb, path);
          const isRefused = statusCode === 401 || statusCode === 403;
          cells.push(`${verb} ${url} ${caller}`);
          if (isRefused === row.includes(caller) && !mayCall[`${verb} ${url}`]?.includes('stranger'))
            wrong.push(`${verb} ${url} ${caller}: ${statusCode}`);
          if (isRefused && verb !== 'HEAD' && !row.includes(caller) && !body.includes(`"${told[caller]}"`))
            wrong.push(`${verb} ${url} ${caller}: ${body}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(cells.length).toBeGreaterThan(350);
      const registered = new Set(routes.map(({ verb, url }) => `${verb} ${url}`));
      expect(Object.keys(mayCall).filter((row) => !registered.has(row))).toEqual([]);
    });

    test('everybody reads the scopes of his tours and no other, by exchange and by file', async () => {
      const files = { [sharedSha256]: 'tour-1', [otherSha256]: 'tour-2' };
      for (const caller of callers) {
        const answer = await ask(caller, 'POST', '/api/exchange', exchange(caller));
        expect([caller, scopesIn(answer.body)]).toEqual([caller, mayRead[caller] ?? []]);
        for (const [sha256, tour] of Object.entries(files)) {
          const got = await ask(caller, 'GET', `/api/attachments/${sha256}`);
          const may = mayRead[caller]?.includes(tour) ?? false;
          expect([caller, tour, got.statusCode === 200]).toEqual([caller, tour, may]);
        }
      }
    });

    test('within a tour everybody reads what his team has and no other’s, by exchange and by file', async () => {
      for (const caller of callers) {
        const { body } = await ask(caller, 'POST', '/api/exchange', exchange(caller));
        const file = await ask(caller, 'GET', `/api/attachments/${teamSha256}`);
        const may = readsTeam2.includes(caller);
        expect([caller, body.includes('第二组所见'), body.includes('photo-of-team-2')]).toEqual([
          caller,
          may,
          may,
        ]);
        expect([caller, file.statusCode === 200]).toEqual([caller, may]);
      }
    });

    test('everybody writes what he may; what he may not is refused alone, with what to do', async () => {
      for (const [what, { change, by }] of Object.entries(mayWrite)) {
        for (const caller of known) {
          const tried = noteChange({ ...change(), device: exchange(caller).device });
          const person = noteChange({ scope: 'office', kind: 'person', fields: { name: field('示例') } });
          const body = exchange(caller, [tried, person]);
          const reply = JSON.parse((await ask(caller, 'POST', '/api/exchange', body)).body) as {
            settled: string[];
            refused: { change: string; problem: { code: string; details: object } }[];
          };
          const settled = [
            ...(by.includes(caller) ? [tried.id] : []),
            ...(writers.includes(caller) ? [person.id] : []),
          ];
          expect([what, caller, reply.settled]).toEqual([what, caller, settled]);
          const refused = [tried.id, person.id].filter((id) => !settled.includes(id));
          const forbidden = { code: 'change.forbidden', details: {} };
          expect(reply.refused).toEqual(refused.map((id) => ({ change: id, problem: forbidden })));
        }
      }
    });

    test('who begins a tour has it whole, also its teams; others have not; a member of a team comes and goes', async () => {
      const scope = 'tour-of-the-inspector';
      const team = (members: string[]) =>
        noteChange({
          scope,
          kind: 'team',
          record: 'team-3',
          fields: { tour: field(scope), members: field(members) },
        });
      const push = async (caller: CallerName, change: Change) =>
        (await ask(caller, 'POST', '/api/exchange', exchange(caller, [change]))).body;
      const reads = async (caller: CallerName) =>
        scopesIn((await ask(caller, 'POST', '/api/exchange', exchange(caller))).body).includes(scope);
      expect(await push('inspector', noteChange({ scope }))).toContain('"refused":[]');
      expect([await reads('inspector'), await reads('inspector of another tour')]).toEqual([true, false]);
      const first = team(['person-of-tour-2']);
      expect(await push('inspector', first)).toContain('"refused":[]');
      expect(await reads('inspector of another tour')).toBe(true);
      const mine = team(['person-of-tour-2', 'person-9']);
      expect(await push('inspector of another tour', mine)).toContain('change.forbidden');
      const second = noteChange({
        scope,
        kind: 'team',
        record: 'team-3',
        fields: { members: { value: [], replaces: [first.id] } },
      });
      expect(await push('inspector', second)).toContain('"refused":[]');
      expect(await reads('inspector of another tour')).toBe(false);
    });

    test('with the program’s checks taken away the database shows nobody a row that is not his; without its wall it does', async () => {
      const rules = { ...accessRules, refuseCall: () => null, scopesIn: () => null, viewOf: () => 'whole' };
      const bare = await buildApp({ ...opened.office, rules }, Fastify());
      const askBare = askOn(bare);
      const leaks = async () => {
        const found: string[] = [];
        for (const caller of callers) {
          const { body } = await askBare(caller, 'POST', '/api/exchange', exchange(caller));
          if (body.includes('第二组所见') && !readsTeam2.includes(caller))
            found.push(`${caller} reads team 2`);
          if (!readsTeam2.includes(caller)) {
            const { statusCode } = await askBare(caller, 'GET', `/api/attachments/${teamSha256}`);
            if (statusCode === 200) found.push(`${caller} has a file of team 2`);
          }
          const foreign = scopesIn(body).filter(
            (scope) => scope.startsWith('tour-') && scope.length === 6 && !mayRead[caller]?.includes(scope),
          );
          found.push(...foreign.map((scope) => `${caller} reads ${scope}`));
          for (const path of [sharedSha256, otherSha256].map((sha256) => `/api/attachments/${sha256}`)) {
            const isOwn = mayRead[caller]?.includes(path.endsWith('a') ? 'tour-1' : 'tour-2');
            if (!isOwn && (await askBare(caller, 'GET', path)).statusCode === 200)
              found.push(`${caller} has a file`);
          }
          if (administrators.includes(caller) || caller === 'administrator without password') continue;
          for (const path of ['/api/accounts', '/api/devices', '/api/grants', '/api/audit'])
            if (/"id":|"account":/.test((await askBare(caller, 'GET', path)).body))
              found.push(`${caller} lists ${path}`);
        }
        return found;
      };
      expect(await leaks()).toEqual([]);
      const walls = [
        'changes',
        'records',
        'handed',
        'scopes',
        'attachments',
        'accounts',
        'devices',
        'audit',
        'audit_heads',
      ];
      const setWalls = (how: string) =>
        opened.office.database.transact(({ script }) =>
          script(walls.map((table) => `alter table ${table} ${how} row level security`).join(';')),
        );
      await setWalls('disable');
      const leaked = await leaks();
      await setWalls('enable');
      expect(leaked).toContain('inspector reads tour-2');
      expect(leaked).toContain('inspector reads team 2');
      expect(leaked).toContain('inspector has a file of team 2');
      expect(leaked).toContain('leader has a file');
      expect(leaked).toContain('secretary lists /api/accounts');
      await bare.close();
    });

    testTeamViews(() => opened.office.database);

    testOpenItems(() => opened.office.database);

    testTakenRecords(() => opened.office.database);

    testSweep(() => opened);

    testCarriedPages(() => ({ opened, laptops, ask, askOn }));
  });
}

testMatrix('PGlite', () => Promise.resolve({ stop: () => Promise.resolve() }));
testMatrix('PostgreSQL', startPostgres);
