import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type PackedState, unpackState } from '../../shared/changes/pack-state';
import { signIn } from '../../electron/office/sign-in';
import { pullRecords } from '../../electron/sync/pull-records';
import type { RunningServer } from './start-server';

/** Record id to its state as canonical JSON: two stores hold the same exactly when these maps are equal. */
export type Records = Readonly<Record<string, string>>;

/** What a laptop's own database holds, read from IndexedDB itself and not through the app. */
export async function recordsOfLaptop(page: Page): Promise<Records> {
  const rows = await page.evaluate(async () => {
    const request = indexedDB.open('xunji');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
    });
    const stores = ['records', 'recordPages'];
    const transaction = database.transaction(stores);
    const [rows = [], pages = []] = await Promise.all(
      stores.map((store) => {
        const all = transaction.objectStore(store).getAll();
        return new Promise<unknown[]>((resolve) =>
          all.addEventListener('success', () => resolve(all.result)),
        );
      }),
    );
    database.close();
    const paged = (pages as { rows: unknown[] }[]).flatMap((page) => page.rows);
    return ([...rows, ...paged] as { id: string; sealed: Uint8Array }[]).map(
      ({ id, sealed }) => [id, new TextDecoder().decode(sealed)] as const,
    );
  });
  return Object.fromEntries(
    rows.map(([id, json]) => [id, canonical(unpackState(JSON.parse(json) as PackedState))]),
  );
}

/** What the server would tell a new laptop. */
export async function recordsOfServer(server: RunningServer): Promise<Records> {
  const line = await signIn(server.url, server.administrator);
  if (!line.ok) throw new Error(JSON.stringify(line.problem));
  const pulled = await pullRecords(line.value, randomUUID());
  if (!pulled.ok) throw new Error(JSON.stringify(pulled.problem));
  return Object.fromEntries([...pulled.value].map(([id, state]) => [id, canonical(state)]));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
