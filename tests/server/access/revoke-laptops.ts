import type { TestOffice } from '../test-office';
import { type Answer, type Send, enrolLaptop, makeTestLaptop } from '../test-laptop';

const codeOf = ({ statusCode, body }: Answer) =>
  (statusCode === 200 ? undefined : (JSON.parse(body) as { problem: { code: string } }).problem.code) ??
  String(statusCode);

/** What each of so many laptops of an account is told: before it is revoked, at its next request, at its next session. */
export async function revokeLaptops(
  { administrator, office }: TestOffice,
  send: Send,
  account: string,
  count: number,
): Promise<readonly string[]> {
  const first = await enrolLaptop(send, administrator, account);
  await first.open();
  // The same wall stands before each of them: rows instead of as many codes, each of which costs an Argon2id.
  const others = Array.from({ length: count - 1 }, () => makeTestLaptop(send));
  await office.database.transact(async ({ query, put }) => {
    const [row] = await query<Record<string, string>>(`select * from devices where id = $1`, [first.id]);
    await put(
      'devices',
      others.map((laptop) => ({ ...row, id: laptop.id, signing_key: laptop.publicKey })),
    );
  });
  const told: string[] = [];
  for (const laptop of [first, ...others]) {
    const body = { protocol: 2, device: laptop.id, epoch: null, cursors: {}, views: {}, changes: [] };
    const exchange = () => laptop.ask('POST', '/api/exchange', body).then(codeOf);
    await laptop.open();
    const before = await exchange();
    const revoked = await administrator.ask('POST', `/api/devices/${laptop.id}/revoke`);
    const after = [before, revoked.statusCode, await exchange(), codeOf(await laptop.open())];
    told.push(after.join(', '));
  }
  return told;
}
