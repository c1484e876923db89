import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runHubTask } from '../../../server/hub/run-hub-task';
import { asOffice } from '../as-office';
import { noteChange } from '../note-change';
import { startPostgres } from '../postgres';
import { type TestOffice, openTestOffice } from '../test-office';
import { handIn, lendTours, readFrom, thereOf, wordsOf } from './lent-tours';

async function openOnPostgres(): Promise<TestOffice> {
  const postgres = await startPostgres();
  const opened = await openTestOffice({ url: postgres.url });
  return {
    ...opened,
    async close() {
      await opened.close();
      await postgres.stop();
    },
  };
}

describe.each([
  ['PGlite', () => openTestOffice()],
  ['PostgreSQL', openOnPostgres],
])('A tour that a hub does not lend any more, on %s', (_, open) => {
  let opened: TestOffice;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());

  const share = (...tours: readonly string[]) =>
    runHubTask(opened.office, { kind: 'share', tours: [...tours] });
  const drop = (upTo: number, lacking: readonly string[] = []) =>
    runHubTask(opened.office, { kind: 'drop', tour: 'tour-1', upTo, lacking: [...lacking] });

  test('goes once its laptop has all of it, with the files that nothing else names, and goes on behind its last number when it comes back', async () => {
    const { database } = opened.office;
    await share('tour-1', 'tour-2');
    const { blobs, thumbs, own, other, both, ownThumb, bothThumb } = await lendTours(
      database,
      opened.directory,
    );
    const described = await runHubTask(opened.office, { kind: 'describe' });
    expect(described).toMatchObject({ tours: ['tour-1', 'tour-2'] });
    // Shared; not all changes; not all files.
    expect(await drop(3)).toEqual({ isGone: false });
    await share('tour-2');
    expect(await drop(2)).toEqual({ isGone: false });
    expect(await drop(3, [own])).toEqual({ isGone: false });
    expect((await readFrom(database)).texts).toContain(wordsOf('tour-1'));
    expect(await thereOf(thumbs, [ownThumb, bothThumb])).toEqual([true, true]);
    expect(await drop(3, ['f'.repeat(64)])).toEqual({ isGone: true });
    expect(await readFrom(database)).toEqual({ scopes: ['office', 'tour-2'], texts: [wordsOf('tour-2')] });
    for (const table of ['records', 'changes', 'attachments', 'grants', 'departed']) {
      const column = ['grants', 'departed'].includes(table) ? 'tour' : 'scope';
      const rows = await database.ask(`select from ${table} where ${column} = 'tour-1'`);
      expect({ table, left: rows.length }).toEqual({ table, left: 0 });
    }
    expect(await thereOf(blobs, [own, other, both])).toEqual([false, true, true]);
    expect(await thereOf(thumbs, [ownThumb, bothThumb])).toEqual([false, true]);
    // Once more: there is nothing.
    expect(await drop(0)).toEqual({ isGone: true });

    // What a laptop of the team still had under way makes no tour that the hub would lend again.
    const member = { ...asOffice.caller, account: 'nobody', role: 'inspector' as const };
    const late = await handIn(database, [noteChange()], { ...asOffice, caller: member });
    expect(late.refused).toMatchObject([{ problem: { code: 'change.forbidden' } }]);
    expect((await readFrom(database)).scopes).toEqual(['office', 'tour-2']);

    await share('tour-1', 'tour-2');
    await handIn(database, [noteChange({ text: '又来了' })]);
    // A laptop that was away meanwhile asks with the cursor that it had.
    expect((await readFrom(database, { 'tour-1': 3, 'tour-2': 3 })).texts).toEqual(['又来了']);
  });
});
