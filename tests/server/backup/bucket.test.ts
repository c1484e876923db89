import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { restoreBackup } from '../../../server/backup/restore-backup';
import { runBackup } from '../../../server/backup/run-backup';
import { storeBlobs } from '../../../server/backup/store-blobs';
import type { Database } from '../../../server/database/database';
import type { BlobStore } from '../../../server/files/blob-store';
import { openS3Blobs, openS3Client } from '../../../server/files/s3-blobs';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { putEmptyCluster, removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { type S3Server, startS3Server } from '../files/s3-server';
import { openTestDatabase } from '../open-test-database';

let directory: string;
let source: Database;
const servers: S3Server[] = [];

beforeAll(async () => {
  directory = await makeReadyDirectory();
  source = await openTestDatabase({ directory });
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'sample-key');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'sample-secret');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await source.close();
  for (const server of servers) await server.close();
  await removeDataDirectory(directory);
});

async function bucket(): Promise<BlobStore & { readonly server: S3Server }> {
  const server = await startS3Server();
  servers.push(server);
  const settings = { bucket: 'files', endpoint: server.url, region: 'us-east-1' };
  return {
    ...openS3Blobs(openS3Client(settings), 'files', 'blobs', true, nodeFileSystem),
    server,
  };
}

test('attachments of a bucket are in the backup, and come back into another bucket; one that was damaged is told and kept out', async () => {
  const [full, empty] = [await bucket(), await bucket()];
  const files = [randomBytes(300_000), randomBytes(40), Buffer.alloc(0), randomBytes(9_000)];
  const hashes = files.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  for (const [place, bytes] of files.entries()) {
    const path = join(directory, `upload-${place}`);
    await writeFile(path, bytes);
    await full.adopt(path, hashes[place] ?? '');
  }
  const [first = '', , , damaged = ''] = hashes;
  for (const [key, bytes] of full.server.objects)
    if (key.endsWith(damaged)) bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);

  const identity = await generateX25519Identity();
  const target = { directory: join(directory, 'backups'), recipient: await identityToRecipient(identity) };
  const machine = { fileSystem: nodeFileSystem, clock: Date.now };
  const office = { database: source, blobs: storeBlobs(full) };
  const written = await runBackup(office, target, machine);
  expect(written).toMatchObject({ ok: true, value: { damaged: [damaged] } });

  const restored = join(directory, 'restored');
  await putEmptyCluster(`${restored}.restoring`);
  const options = {
    from: target.directory,
    identity,
    directory: restored,
    ...machine,
    newId: randomUUID,
    blobs: empty,
    by: { account: 'command line', device: '' },
  };
  expect(await restoreBackup(options)).toMatchObject({ ok: true, value: { lost: 0 } });
  for (const [place, sha256] of hashes.entries())
    expect([
      sha256,
      (await empty.size(sha256)) === null ? null : await buffer(await empty.read(sha256, 0)),
    ]).toEqual([sha256, sha256 === damaged ? null : files[place]]);

  // A bucket that has lost one gets it from the backup; what it has is not put again.
  await full.remove(first);
  const puts = full.server.puts();
  const again = { ...options, directory: join(directory, 'again'), blobs: full };
  await putEmptyCluster(`${again.directory}.restoring`);
  expect(await restoreBackup(again)).toMatchObject({ ok: true });
  expect([await full.size(first), full.server.puts() - puts]).toEqual([300_000, 1]);
});
