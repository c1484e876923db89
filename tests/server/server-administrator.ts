import { setTimeout as sleep } from 'node:timers/promises';
import { askDoor } from '../../server/door/ask-door';
import { nodeFileSystem } from '../../shared/node/file-system';
import type { ServerProcess } from './server-process';
import { type TestLaptop, makeTestLaptop, sendTo } from './test-laptop';

const login = 'admin';
const password = 'a sample password';

/** Before a token runs out. */
const freshMillis = 10 * 60_000;

const known = new Map<string, { readonly laptop: TestLaptop; readonly at: number; url: string }>();

/** Signs in at a server process as its administrator, who is made through the door the first time. A token outlives the server's restarts. */
export async function administratorOf(server: ServerProcess, directory: string): Promise<TestLaptop> {
  const before = known.get(directory);
  if (before && performance.now() - before.at < freshMillis) {
    before.url = server.url;
    return before.laptop;
  }
  const args = ['user', 'add', login, '--name', '示例管理员', '--role', 'administrator'];
  const environment = { XUNJI_PASSWORD: password };
  // Refused where the office has him already.
  if (!(await askDoor(directory, { args, cwd: directory, environment }, nodeFileSystem)))
    throw new Error('The door does not answer.');
  const laptop = makeTestLaptop((ask) => sendTo(entry.url)(ask));
  const entry = { laptop, at: performance.now(), url: server.url };
  for (let tries = 0; ; tries += 1) {
    const { statusCode, body } = await laptop.open({ signIn: { login, password }, withKeyOnly: true });
    if (statusCode === 200) break;
    // A careless server has not written him yet.
    if (tries === 5) throw new Error(body);
    await sleep(300);
  }
  known.set(directory, entry);
  return laptop;
}
