import { randomUUID } from 'node:crypto';
import type { RunningServer } from '../../build/driver/start-server';
import { type Answer, type TestLaptop, makeTestLaptop, sendTo } from '../../tests/server/test-laptop';

/** A laptop of an inspector of its own, enrolled and signed in. */
export async function inspectorsLaptop(server: RunningServer): Promise<TestLaptop> {
  const login = `inspector-${randomUUID()}`;
  await server.run('user', 'add', login, '--name', '检查员', '--role', 'inspector');
  const laptop = makeTestLaptop(sendTo(server.url), `laptop-${randomUUID()}`);
  const { code } = await server.card({ login });
  bodyOf(await laptop.enrol(code));
  bodyOf(await laptop.open());
  return laptop;
}

export function bodyOf<T>({ statusCode, body }: Answer): T {
  if (statusCode >= 300) throw new Error(`${statusCode} ${body.slice(0, 300)}`);
  return JSON.parse(body) as T;
}
