import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openHub } from '../../../electron/hub/open-hub';
import { openDeviceKeys } from '../../../electron/keys/open-device-keys';
import { openMembership } from '../../../electron/office/membership';
import { writeJsonFile } from '../../../electron/files/json-file';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { problem } from '../../../shared/problems';
import { plainSeal } from '../../../shared/sealing/seal';

it('a hub that did not come up at a new address tries again when it is next asked to follow, until it is stopped', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xunji-hub-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const hosts: string[] = [];
  let host: string | null = null;
  await writeJsonFile(nodeFileSystem, join(folder, 'hub.json'), { isOn: true, port: 0 });
  const hub = await openHub({
    fileSystem: nodeFileSystem,
    directory: join(folder, 'hub'),
    start: (args) => {
      hosts.push(args[args.indexOf('--host') + 1] ?? '');
      return {
        post: () => undefined,
        listen: (hear) => hear({ kind: 'failed', problem: problem('server.busy') }),
        kill: () => undefined,
      };
    },
    announce: () => () => undefined,
    address: () => host,
    name: () => '示例枢纽',
    keys: await openDeviceKeys(nodeFileSystem, join(folder, 'keys.json'), plainSeal, 'laptop-1'),
    membership: await openMembership(nodeFileSystem, join(folder, 'membership.json')),
    laptop: () => ({ name: '一号', version: '0.1.0' }),
    onError: () => undefined,
  });
  await hub.resume();
  await hub.follow();
  expect(hosts).toEqual([]);
  host = '192.168.1.7';
  await hub.follow();
  await hub.follow();
  expect(hosts).toEqual([host, host]);
  await hub.stop();
  await hub.follow();
  expect(hosts).toHaveLength(2);
});
