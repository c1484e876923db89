import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { changeAlone } from '../../renderer/data/alone';
import type { Change } from '../../shared/changes/change';
import { merge } from '../../shared/changes/merge';
import { type PackedState, unpackState } from '../../shared/changes/pack-state';
import type { RecordState } from '../../shared/changes/record-state';
import type { Json } from '../../shared/json';
import type { Witness } from './witness';

/** What a laptop holds: its database, read from IndexedDB itself, and its journal. */
export interface Copies {
  /** Change id to the change as it is stored. */
  readonly history: ReadonlyMap<string, string>;
  readonly records: readonly RecordState[];
  readonly journal: ReadonlyMap<string, Change>;
}

export async function readCopies(page: Page): Promise<Copies> {
  const { history, records, journal } = await page.evaluate(async () => {
    const request = indexedDB.open('xunji');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
    });
    interface Row {
      readonly id: string;
      readonly sealed: Uint8Array;
      readonly alone?: 1;
    }
    const all = async <T>(store: string) => {
      const request: IDBRequest<T[]> = database.transaction(store).objectStore(store).getAll();
      await new Promise((resolve) => request.addEventListener('success', resolve));
      return request.result;
    };
    const open = ({ id, sealed, alone }: Row) => [id, new TextDecoder().decode(sealed), alone === 1] as const;
    const rows = async (store: string) => (await all<Row>(store)).map(open);
    const paged = (await all<{ readonly rows: readonly Row[] }>('recordPages')).flatMap((page) =>
      page.rows.map(open),
    );
    const pages = (await rows('historyPages')).flatMap(([, json]) =>
      (JSON.parse(json) as readonly { readonly id: string }[]).map(
        (change) => [change.id, JSON.stringify(change)] as const,
      ),
    );
    const single = (await rows('history')).map(([id, json]) => [id, json] as const);
    const both = { history: [...pages, ...single], records: [...(await rows('records')), ...paged] };
    database.close();
    const { xunji } = globalThis as unknown as {
      readonly xunji: {
        call(
          name: string,
          input: object,
        ): Promise<{ readonly value: { readonly entries: readonly { sequence: number }[] } }>;
      };
    };
    const entries: { sequence: number }[] = [];
    for (;;) {
      const { value } = await xunji.call('journal.read', {
        after: entries.at(-1)?.sequence ?? 0,
        limit: 1000,
      });
      if (value.entries.length === 0) return { ...both, journal: JSON.stringify(entries) };
      entries.push(...value.entries);
    }
  });
  const entries = JSON.parse(journal) as readonly { readonly change: Change }[];
  const states = records.map(([, json, isAlone]) => ({
    state: unpackState(JSON.parse(json) as PackedState),
    isAlone,
  }));
  const held = states.flatMap(({ state, isAlone }) => (isAlone ? changeAlone(state) : []));
  return {
    history: new Map([...history, ...held.map((change) => [change.id, JSON.stringify(change)] as const)]),
    records: states.map(({ state }) => state),
    journal: new Map(entries.map(({ change }) => [change.id, change])),
  };
}

/**
 * What does not hold together: a record that is not exactly what its changes make of it, one with a part of what a save gave it,
 * a conflict with oneself, a change that only one of the two copies has.
 */
export function faultsOf({ history, records, journal }: Copies): readonly string[] {
  const merged = new Map<string, RecordState>();
  for (const json of history.values()) {
    const change = JSON.parse(json) as Change;
    merged.set(change.record, merge(merged.get(change.record), change));
  }
  return [
    ...records.flatMap((state) => {
      const { id, kind, fields } = state;
      const asked = ['note', 'remark', 'issue', 'request'].includes(kind)
        ? ['stop', 'author', 'at', 'text']
        : [];
      const faults = [
        ...(canonical(merged.get(id)) === canonical(state) ? [] : ['not what its changes make of it']),
        ...asked.filter((name) => !fields[name]).map((name) => `without ${name}`),
        ...Object.entries(fields).flatMap(([name, { heads }]) =>
          heads.length > 1 ? [`two values of ${name}`] : [],
        ),
      ];
      return faults.map((fault) => `${kind} ${id}: ${fault}`);
    }),
    ...[...merged.keys()].flatMap((id) =>
      records.some((state) => state.id === id) ? [] : [`${id}: changes without a record`],
    ),
    ...[...history.keys()].flatMap((id) => (journal.has(id) ? [] : [`change ${id}: not in the journal`])),
    ...[...journal.keys()].flatMap((id) => (history.has(id) ? [] : [`change ${id}: not in the database`])),
  ];
}

/** Attachments without their file, or with another one. */
export async function missingFiles(home: string, { records }: Copies): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { kind, fields } of records) {
    const sha256 = kind === 'attachment' ? fields['sha256']?.heads[0]?.value : null;
    if (typeof sha256 !== 'string') continue;
    const bytes = await readFile(join(home, 'files', sha256.slice(0, 2), sha256)).catch(() => null);
    const found = bytes && createHash('sha256').update(bytes).digest('hex');
    if (found !== sha256) faults.push(`file ${sha256}: ${found ?? 'missing'}`);
  }
  return faults;
}

/** Every text that was ever saved, with its record. */
export function savedTexts({
  history,
}: Copies): readonly { readonly record: string; readonly text: string }[] {
  return [...history.values()].flatMap((json) => {
    const { record, fields } = JSON.parse(json) as Change;
    return Object.values(fields).flatMap(({ value }) =>
      typeof value === 'string' ? [{ record, text: value }] : [],
    );
  });
}

/** What a witness saw as saved and the copies lack, or hold otherwise. */
export function lostOf({ shown, changes }: Witness, copies: Copies): readonly string[] {
  const texts = savedTexts(copies);
  const anywhere = new Set(texts.map(({ text }) => text));
  const here = new Set(texts.map(({ record, text }) => `${record} ${text}`));
  return [
    ...shown
      .filter(({ record, text }) => !(record === '' ? anywhere.has(text) : here.has(`${record} ${text}`)))
      .map(({ record, text }) => `shown as saved: ${record} ${text}`),
    ...[...changes]
      .filter(([id, content]) => copies.history.get(id) !== content)
      .map(([id]) => `change ${id}`),
  ];
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: Json) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
