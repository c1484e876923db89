import { expect, it } from 'vitest';
import { createHubFinder } from '../../../electron/hub/hub-finder';

/** Long enough for the answers of a machine that is busy; found it is at once. */
const patienceMillis = 15_000;

it('a hub that announces itself is found by its name and address, and no more once it has stopped', async () => {
  const errors: unknown[] = [];
  const [hub, laptop] = [createHubFinder((error) => errors.push(error)), createHubFinder(() => undefined)];
  const name = `开发区党工委督查考核办公室周敏的备用笔记本电脑.甲 ${process.pid}`;
  const authorityHash = 'ab'.repeat(32);
  const stop = hub.announce({ name, host: '127.0.0.1', port: 48_123, authorityHash });
  const bySix = hub.announce({ name, host: 'fd12::7', port: 48_124, authorityHash: 'cd'.repeat(32) });
  const seen = () => laptop.found().filter((one) => one.name === name);
  try {
    await expect.poll(seen, { timeout: patienceMillis }).toEqual([
      { name, serverUrl: 'https://127.0.0.1:48123', authorityHash },
      { name, serverUrl: 'https://[fd12::7]:48124', authorityHash: 'cd'.repeat(32) },
    ]);
    stop();
    bySix();
    await expect.poll(seen, { timeout: patienceMillis }).toEqual([]);
    expect(errors).toEqual([]);
  } finally {
    hub.end();
    laptop.end();
  }
});
