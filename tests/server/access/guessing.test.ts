import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionPaths } from '../../../shared/protocol/session';
import { forgetTries } from '../careless-databases';
import { type TestOffice, openTestOffice } from '../test-office';
import {
  type Answer,
  type Send,
  type TestLaptop,
  enrolLaptop,
  injectInto,
  makeTestLaptop,
} from '../test-laptop';

const minute = 60_000;
const guesses = 10_000;
const addresses = 50;
const right = 'the right password';

describe('Whoever guesses passwords', () => {
  let opened: TestOffice;
  let send: Send;
  let now = Date.parse('2026-05-20T08:00:00Z');
  let own: TestLaptop;
  const logins = ['boss', 'clerk', 'nobody-here'];

  beforeAll(async () => {
    opened = await openTestOffice({ clock: () => now });
    send = injectInto(opened.app);
    const ids = [];
    for (const login of logins.slice(0, 2)) {
      const body = { login, name: '示例用户', role: 'administrator', password: right };
      const made = await opened.administrator.ask('POST', '/api/accounts', body);
      ids.push((JSON.parse(made.body) as { id: string }).id);
    }
    own = await enrolLaptop(send, opened.administrator, ids[0] ?? '');
    // What a try costs the server is another test's subject.
    const cheap = await hash(right, { memoryCost: 8, timeCost: 1, parallelism: 1 });
    await opened.office.database.transact(({ query }) => query('update accounts set password = $1', [cheap]));
  });
  afterAll(() => opened?.close());

  const many = { timeout: 600_000 };

  test(
    '10,000 guesses from 50 addresses get ten tries an account in a quarter of an hour; its own laptop signs in meanwhile',
    many,
    async () => {
      const guesser = makeTestLaptop(frugal(send, () => now));
      const tried = new Map(logins.map((login): [string, number[]] => [login, []]));
      const told = new Set<number>();
      const ownSignIns: number[] = [];
      for (let guess = 0; guess < guesses; guess += 1) {
        // An hour in all.
        now += (60 * minute) / guesses;
        const login = logins[guess % logins.length] ?? '';
        const signIn = { login, password: `guess ${guess}` };
        const answer = await guesser.open({
          signIn,
          withKeyOnly: true,
          address: `10.0.0.${guess % addresses}`,
        });
        told.add(answer.statusCode);
        if (answer.statusCode === 401) tried.get(login)?.push(now);
        if (guess % 1000 === 999)
          ownSignIns.push((await own.open({ signIn: { login: 'boss', password: right } })).statusCode);
      }
      expect([...told].sort((a, b) => a - b)).toEqual([401, 429]);
      expect(ownSignIns).toEqual(Array<number>(10).fill(200));
      const most = [...tried.values()].map((times) =>
        Math.max(...times.map((from) => times.filter((t) => t >= from && t < from + 15 * minute).length)),
      );
      expect(most).toEqual([10, 10, 10]);
      expect(Math.min(...[...tried.values()].map(({ length }) => length))).toBeGreaterThan(10);
    },
  );

  test('a laptop that is found has ten tries as well', async () => {
    now += 60 * minute;
    const codes = [];
    for (let guess = 0; guess < 12; guess += 1)
      codes.push((await own.open({ signIn: { login: 'boss', password: `guess ${guess}` } })).statusCode);
    expect(codes).toEqual([...Array<number>(10).fill(401), 429, 429]);
    now += 16 * minute;
    expect((await own.open({ signIn: { login: 'boss', password: right } })).statusCode).toBe(200);
  });
});

/** As somebody guesses who wastes no request: a challenge is good for two minutes, and he asks for one each minute. */
function frugal(send: Send, clock: () => number): Send {
  let had: { readonly at: number; readonly answer: Answer } | null = null;
  return async (ask) => {
    if (ask.path !== sessionPaths.challenge) return send(ask);
    if (!had || clock() - had.at > minute) had = { at: clock(), answer: await send(ask) };
    return had.answer;
  };
}

test('twin: a server that forgets how often somebody tried lets a guesser go on', async () => {
  const opened = await openTestOffice({ careless: forgetTries });
  const guesser = makeTestLaptop(injectInto(opened.app));
  const codes = [];
  for (let guess = 0; guess < 12; guess += 1) {
    const signIn = { login: 'boss', password: `guess ${guess}` };
    codes.push((await guesser.open({ signIn, withKeyOnly: true })).statusCode);
  }
  await opened.close();
  expect(codes).toEqual(Array<number>(12).fill(401));
});
