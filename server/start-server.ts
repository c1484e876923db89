import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { accessRules } from '../shared/access/access-rules';
import { newId } from '../shared/ids/new-id';
import type { Clock, RandomBytes } from '../shared/clock';
import { makeDirectoryDurably } from '../shared/node/durable-file';
import type { FileSystem } from '../shared/node/file-system';
import { type Outcome, succeed } from '../shared/outcome';
import { pruneAudit } from './access/prune-audit';
import { openServerKeys } from './access/server-keys';
import { buildApp } from './app';
import { listOldItems } from './changes/list-old-items';
import { placeOldChanges } from './changes/place-old-changes';
import { noBackups, openBackupDesk } from './backup/backup-desk';
import { startBackupRhythm } from './backup/backup-rhythm';
import { backUpByItself } from './backup/back-up-by-itself';
import { replaceOffice } from './backup/replace-office';
import { type RestoreDesk, noRestore, openRestoreDesk } from './backup/restore-desk';
import { storeBlobs } from './backup/store-blobs';
import type { Database } from './database/database';
import { openDatabase } from './database/open';
import type { BlobStore } from './files/blob-store';
import { openFiles } from './files/open-files';
import { sweepFiles } from './files/sweep-files';
import { logOptions } from './routes/log-requests';
import type { Office } from './office';
import { lockDirectory } from './lock-directory';
import { answerDoor } from './door/answer-door';
import { type Door, openDoor } from './door/open-door';
import { listAccounts } from './database/account-queries';
import { tellCards } from './tls/tell-cards';
import type { Settings } from './settings';
import { chooseTls } from './tls/choose-tls';
import { freeBytesOf } from './free-bytes';
import { sayProblem } from './say-problem';

/** What the server takes from its machine. */
export interface Machine {
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Called when the process must end because memory and disk have parted. */
  onFatal(error: unknown): void;
  /** Called when a restore was ordered: whoever runs the server ends it and starts it anew. Absent where nobody would. */
  onReplace?(): void;
}

export interface RunningServer {
  readonly app: FastifyInstance;
  /** What the routes work on, for whoever runs the server in a process of his own. */
  readonly office: Office;
  /** http://host:port, with the port that was really taken. */
  readonly address: string;
  /** Nobody can administrate yet: the person is told how the first one is made. */
  readonly isNew: boolean;
  /** What laptops pin; null where clear text is spoken, on loopback or to a proxy. */
  readonly authorityHash: string | null;
  stop(): Promise<void>;
}

/** Locks the data directory, opens the database (rebuilding it where it must be), listens. */
export async function startServer(settings: Settings, machine: Machine): Promise<Outcome<RunningServer>> {
  const { directory } = settings;
  const { fileSystem, clock, random } = machine;
  await makeDirectoryDurably(fileSystem, directory);
  const lock = await lockDirectory(directory);
  if (!lock.ok) return lock;

  const replaced = await replaceOffice(fileSystem, directory);
  if (!replaced.ok) {
    await lock.value.release();
    return replaced;
  }
  const database = await openDatabase({
    directory,
    url: settings.databaseUrl,
    fileSystem,
    newId: () => newId(clock, random),
    newEpoch: settings.newEpoch,
    freeBytes: () => freeBytesOf(directory),
    say: sayProblem,
    onFatal: machine.onFatal,
  });
  if (!database.ok) {
    await lock.value.release();
    return database;
  }
  await placeOldChanges(database.value);
  await listOldItems(database.value);
  const files = await openFiles(settings, fileSystem);
  const backups =
    settings.backup && beginBackups(settings.backup, directory, database.value, files.blobs, machine);
  const keys = await openServerKeys(database.value, random);
  const office = {
    database: database.value,
    ...files,
    uploadsDirectory: join(directory, 'uploads'),
    fileSystem,
    freeBytes: () => freeBytesOf(directory),
    clock,
    random,
    keys,
    rules: accessRules,
    backups: backups ?? noBackups,
    restore: restoreDeskOf(settings, machine, database.value, files.blobs),
    name: settings.officeName,
    ...(await oidcOf(settings, keys.challenge, random)),
  };
  const options = {
    forceCloseConnections: true,
    logController: new LogController({ disableRequestLogging: true }),
    // Whom guesses are counted for: the proxy, where there is one, says where a request comes from.
    trustProxy: (_address: string, hop: number) => settings.behindProxy && hop < settings.proxies,
    logger: logOptions(settings.log),
  };
  const tls = await chooseTls(settings, fileSystem);
  const app = Fastify({ ...options, ...(tls && { https: tls }) }) as FastifyInstance;
  const pruning = startBackupRhythm(
    () => pruneAudit(office.database, clock(), settings.auditDays),
    24 * 60,
    (error) => process.stderr.write(`The audit log could not be pruned: ${String(error)}\n`),
  );
  let isStopping = false;
  const sweeping = startBackupRhythm(
    () => sweepFiles(office, clock(), { account: 'server', device: '' }, () => isStopping),
    24 * 60,
    (error) => process.stderr.write(`Files could not be swept: ${String(error)}\n`),
  );
  let door: Door | null = null;
  async function stop(): Promise<void> {
    isStopping = true;
    await app.close();
    await backups?.stop();
    await pruning.stop();
    await sweeping.stop();
    await door?.close();
    await office.database.close();
    if (lock.ok) await lock.value.release();
  }
  try {
    await buildApp(office, app);
    await app.listen({ port: settings.port, host: settings.host });
    const { port } = app.server.address() as AddressInfo;
    const known = {
      database: office.database,
      blobs: office.blobs,
      directory,
      door: tellCards(settings, tls, port),
      ...(backups && { beginBackup: () => void backups.begin() }),
    };
    door = await openDoor(directory, lock.value, machine, (request) => answerDoor(request, machine, known));
  } catch (error) {
    await stop(); // a port that is taken must not cost a rebuild
    throw error;
  }
  backups?.start();
  const { port } = app.server.address() as AddressInfo;
  const isNew = (await office.database.transact(({ query }) => listAccounts(query))).length === 0;
  return succeed({
    app,
    office,
    address: `${tls ? 'https' : 'http'}://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    authorityHash: tls?.authorityHash ?? null,
    isNew,
    stop,
  });
}

function beginBackups(
  target: NonNullable<Settings['backup']>,
  directory: string,
  database: Database,
  files: BlobStore,
  machine: Machine,
): ReturnType<typeof openBackupDesk> {
  const blobs = storeBlobs(files);
  return openBackupDesk(
    target,
    { ...machine, say: sayProblem },
    () => backUpByItself({ database, blobs }, target, machine, join(directory, 'last-backup.json')),
    (error) => process.stderr.write(`The backup to ${target.directory} failed: ${String(error)}\n`),
  );
}

/** Loaded where an identity provider is set: it takes part of each start. */
async function oidcOf(
  { oidc }: Settings,
  secret: Uint8Array,
  random: RandomBytes,
): Promise<Pick<Office, 'oidc'>> {
  if (!oidc) return {};
  const { openOidc } = await import('./access/oidc');
  return { oidc: openOidc(oidc, secret, random) };
}

/** Only an embedded office is replaced by its server, and only where somebody starts that anew. */
function restoreDeskOf(
  { backup, databaseUrl, directory }: Settings,
  { fileSystem, clock, random, onReplace }: Machine,
  database: Database,
  blobs: BlobStore,
): RestoreDesk {
  if (!backup || !onReplace) return noRestore('backup.notSet');
  if (databaseUrl) return noRestore('restore.notEmbedded');
  const newEpoch = () => newId(clock, random);
  const parts = { from: backup.directory, directory, database, blobs, fileSystem, clock, newId: newEpoch };
  return openRestoreDesk({ ...parts, beginAnew: onReplace });
}
