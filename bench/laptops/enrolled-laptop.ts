import { randomUUID } from 'node:crypto';
import type { RunningServer } from '../../build/driver/start-server';
import { accountPaths } from '../../shared/protocol/accounts';
import { type Answer, type TestLaptop, enrolLaptop, sendTo } from '../../tests/server/test-laptop';

/** A laptop of an inspector of its own, enrolled and signed in. */
export async function inspectorsLaptop(server: RunningServer): Promise<TestLaptop> {
  const send = sendTo(server.url);
  const made = await send({
    method: 'POST',
    path: accountPaths.accounts,
    headers: { authorization: `Bearer ${server.officeKey}` },
    body: { login: `inspector-${randomUUID()}`, name: '检查员', role: 'inspector' },
  });
  const laptop = await enrolLaptop(send, server.officeKey, bodyOf<{ readonly id: string }>(made).id);
  bodyOf(await laptop.open());
  return laptop;
}

export function bodyOf<T>({ statusCode, body }: Answer): T {
  if (statusCode >= 300) throw new Error(`${statusCode} ${body.slice(0, 300)}`);
  return JSON.parse(body) as T;
}
