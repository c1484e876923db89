import { describe, expect, it } from 'vitest';
import { type Values, createRecordMaker } from '../../../../renderer/capture/drafts/record-maker';
import { fail, succeed } from '../../../../shared/outcome';
import { problem } from '../../../../shared/problems';

const record = { kind: 'note', id: 'note-1', base: { stop: 'stop-1', author: '简书宁' } } as const;

/** A disk that answers when it is told to, and says what it was given. */
function disk() {
  const saved: Values[] = [];
  const retries: (() => Promise<void>)[] = [];
  let full = false;
  let gate: Promise<void> = Promise.resolve();
  const maker = createRecordMaker(
    async (_kind, _id, values) => {
      await gate;
      if (full) return fail(problem('disk.full'));
      saved.push(values);
      return succeed(null);
    },
    (again) => retries.push(again),
  );
  return {
    maker,
    saved,
    retries,
    fill: (value: boolean) => {
      full = value;
    },
    hold: () => {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
  };
}

describe('createRecordMaker', () => {
  it('makes the record with the first key and adds the rest to it', async () => {
    const { maker, saved } = disk();
    await maker.write(record, { text: '主' });
    await maker.write(record, { text: '主厂房' });
    expect(saved).toEqual([{ ...record.base, text: '主' }, { text: '主厂房' }]);
  });

  it('never saves a part of a record before the whole: keys typed meanwhile follow in one save', async () => {
    const { maker, saved, hold } = disk();
    const open = hold();
    const first = maker.write(record, { text: '主' });
    const others = [
      maker.write(record, { text: '主厂' }),
      maker.write(record, { text: '主厂房', verb: '要求' }),
    ];
    open();
    await Promise.all([first, ...others]);
    expect(saved).toEqual([
      { ...record.base, text: '主' },
      { text: '主厂房', verb: '要求' },
    ]);
  });

  it('counts a record as begun while its first save is under way, so that what is chosen then is not lost', async () => {
    const { maker, saved, hold } = disk();
    const open = hold();
    expect(maker.isBegun(record.id)).toBe(false);
    const first = maker.write(record, { text: '主' });
    expect([maker.isBegun(record.id), maker.isMade(record.id)]).toEqual([true, false]);
    const chosen = maker.write(record, { speakerName: '顾承昇' });
    open();
    await Promise.all([first, chosen]);
    expect(saved.at(-1)).toEqual({ speakerName: '顾承昇' });
    expect(maker.isBegun(record.id)).toBe(true);
  });

  it('tries again with the newest text when the disk was full', async () => {
    const { maker, saved, retries, fill } = disk();
    fill(true);
    await maker.write(record, { text: '写' });
    await maker.write(record, { text: '写不进去' });
    expect(maker.isMade(record.id)).toBe(false);
    fill(false);
    for (const again of retries) await again();
    expect(saved).toEqual([{ ...record.base, text: '写不进去' }]);
    expect(maker.isMade(record.id)).toBe(true);
  });

  it('tries again where the disk filled up between the first letters and the rest', async () => {
    const { maker, saved, retries, fill, hold } = disk();
    const open = hold();
    const first = maker.write(record, { text: '写' });
    const more = maker.write(record, { text: '写了一半' });
    const filled = more.then(() => fill(true));
    open();
    await Promise.all([first, filled]);
    if (saved.length > 1) throw new Error('the disk filled up too late for this test');
    expect(maker.isMade(record.id)).toBe(false);
    fill(false);
    for (const again of retries) await again();
    expect(saved.at(-1)).toMatchObject({ text: '写了一半' });
    expect(maker.isMade(record.id)).toBe(true);
  });

  it('tries again what was chosen for a record that stands, where the disk is full by then', async () => {
    const { maker, saved, retries, fill } = disk();
    await maker.write(record, { text: '写' });
    fill(true);
    await maker.write(record, { verb: '要求' });
    await maker.write(record, { verb: '指出' });
    fill(false);
    for (const again of retries) await again();
    expect(saved).toEqual([{ ...record.base, text: '写' }, { verb: '指出' }]);
  });

  it('forgets a record that was never made when it is dropped', async () => {
    const { maker, saved, retries, fill } = disk();
    fill(true);
    await maker.write(record, { text: '写' });
    maker.drop(record);
    fill(false);
    for (const again of retries) await again();
    expect(saved).toEqual([]);
  });

  it('deletes a record that was on its way when it was dropped', async () => {
    const { maker, saved, hold } = disk();
    const open = hold();
    const first = maker.write(record, { text: '主' });
    maker.drop(record);
    open();
    await first;
    expect(saved).toEqual([{ ...record.base, text: '主' }, { deleted: true }]);
  });
});
