import { randomBytes, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { makeChange } from '../../shared/changes/make-change';
import { merge } from '../../shared/changes/merge';
import type { RecordState } from '../../shared/changes/record-state';
import type { Json } from '../../shared/json';
import type { RecordKind } from '../../shared/records/record-schemas';

export interface NewRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly tour: string;
  readonly values: Readonly<Record<string, Json>>;
  /** The record as the laptop has it, where it has it: without this its values would be a conflict. */
  readonly before?: RecordState;
}

/** The bridge takes no more in one call. */
const perCall = 2000;

/**
 * Gives a laptop records as if they had come from elsewhere: into its journal, which the window reads when it starts again. Each
 * call is another laptop's. Answers with the records as that one then has them.
 */
export async function addRecords(
  page: Page,
  records: readonly NewRecord[],
  name = '管理员',
): Promise<readonly RecordState[]> {
  const author = {
    name,
    device: randomUUID(),
    clock: Date.now,
    random: (size: number) => randomBytes(size),
  };
  const changes = records.map(({ kind, id, tour, values, before }) =>
    makeChange(author, { kind, record: id, tour }, before, values),
  );
  for (let from = 0; from < changes.length; from += perCall) {
    const written = await page.evaluate(
      async (json) => {
        const { xunji } = globalThis as unknown as {
          readonly xunji: { call(name: string, input: object): Promise<{ readonly ok: boolean }> };
        };
        return xunji.call('journal.append', { origin: 'remote', changes: JSON.parse(json) as unknown });
      },
      JSON.stringify(changes.slice(from, from + perCall)),
    );
    if (!written.ok) throw new Error(`the journal did not take the records: ${JSON.stringify(written)}`);
  }
  await page.reload();
  await page.locator('#root > *').first().waitFor();
  return changes.map((change, index) => merge(records[index]?.before, change));
}
