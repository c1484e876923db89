import { randomBytes } from 'node:crypto';
import type { RunningServer } from '../../build/driver/start-server';
import type { Sending } from '../../electron/sync/send-file';
import { openLaptopFiles } from '../../tests/server/files/laptop-files';
import { inspectorsLaptop } from './enrolled-laptop';

/** The files of a laptop as its main process keeps them. */
export interface FileLaptop {
  readonly hashes: readonly string[];
  pathOf(sha256: string): string;
  /** What the app sends files with, as an inspector who has joined this server; it may be reached by another address. */
  joined(server: RunningServer, url?: string): Promise<Sending>;
}

/** A laptop with so many photos. */
export async function openFileLaptop(folder: string, count: number, bytes: number): Promise<FileLaptop> {
  let at = '';
  const files = await openLaptopFiles(folder, () => at);
  const hashes: string[] = [];
  for (let index = 0; index < count; index += 1) hashes.push(await files.add(randomBytes(bytes)));
  return {
    hashes,
    pathOf: files.store.pathOf,
    async joined(server, url = server.url) {
      at = url;
      const { headersFor } = await inspectorsLaptop(server);
      const office = {
        credentials: async (method: string, path: string) =>
          ({ kind: 'headers', headers: headersFor(method, path) }) as const,
        end: () => undefined,
      };
      return { ...files, connection: { ...files.connection, office } };
    },
  };
}
