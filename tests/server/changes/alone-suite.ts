import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptChanges } from '../../../server/changes/accept-changes';
import type { Database } from '../../../server/database/database';
import { readScopeStates } from '../../../server/database/record-queries';
import type { Change } from '../../../shared/changes/change';
import { merge } from '../../../shared/changes/merge';
import { asOffice } from '../as-office';
import { noteChange } from '../note-change';

/** How a record is stored that one change made, on any database. */
export function testAlone(
  name: string,
  open: () => Promise<{ readonly database: Database; close(): Promise<void> }>,
): void {
  describe(`A record that one change made, on ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());

    const handIn = (changes: readonly Change[]) =>
      acceptChanges(
        opened.database,
        {
          protocol: 2,
          device: 'laptop-1',
          epoch: opened.database.epoch,
          cursors: {},
          views: {},
          changes: [...changes],
        },
        asOffice,
      );
    const stored = (record: string) =>
      opened.database.transact(async ({ query }) => {
        const rows = await query<{ change: string | null; has: boolean }>(
          `select change, state is not null as has from records where scope = 'tour-1' and id = $1`,
          [record],
        );
        const states = await readScopeStates(query, 'tour-1');
        return [rows, states.find(({ state }) => state.id === record)?.state];
      });

    test('is not written a second time, until there is a second change', async () => {
      const first = noteChange({ text: '东侧围挡缺损' });
      await handIn([first]);
      expect(await stored(first.record)).toEqual([
        [{ change: first.id, has: false }],
        merge(undefined, first),
      ]);
      const second = noteChange({
        record: first.record,
        fields: { text: { value: '已修复', replaces: [first.id] } },
      });
      await handIn([second]);
      expect(await stored(first.record)).toEqual([
        [{ change: null, has: true }],
        merge(merge(undefined, first), second),
      ]);
    });

    test('is a state at once where two came together', async () => {
      const first = noteChange({ text: '东侧围挡缺损' });
      const second = noteChange({ record: first.record, text: '西侧' });
      await handIn([first, second, first]);
      expect(await stored(first.record)).toEqual([
        [{ change: null, has: true }],
        merge(merge(undefined, first), second),
      ]);
    });
  });
}
