import { expect, it } from 'vitest';
import { saveUntilKept } from '../../../renderer/data/save-until-kept';
import type { Edit } from '../../../renderer/data/store';
import { flushUnsaved, unsavedFields } from '../../../renderer/data/unsaved-fields';
import { fail, succeed } from '../../../shared/outcome';
import { problem } from '../../../shared/problems';

const edits: readonly Edit[] = [{ kind: 'person', id: 'a', tour: 't1', values: { name: '何静' } }];

/** A disk that is full for the first saves. */
function diskFullFor(times: number) {
  const disk = {
    tries: 0,
    save: () => Promise.resolve((disk.tries += 1) > times ? succeed([]) : fail(problem('disk.full'))),
  };
  return disk;
}

it('goes on until it is saved, and counts as not saved until then', async () => {
  const disk = diskFullFor(3);
  const unsaved: number[] = [];
  await saveUntilKept(disk, edits, () => Promise.resolve(void unsaved.push(unsavedFields.get())));
  expect(disk.tries).toBe(4);
  expect(unsaved).toEqual([1, 1, 1]);
  expect(unsavedFields.get()).toBe(0);
});

it('is saved at once where the window is about to be closed, and then once only', async () => {
  const disk = diskFullFor(1);
  let goOn = () => {};
  const done = saveUntilKept(disk, edits, () => new Promise((resolve) => (goOn = resolve)));
  await expect.poll(() => disk.tries).toBe(1);
  await flushUnsaved();
  expect([disk.tries, unsavedFields.get()]).toEqual([2, 0]);
  goOn();
  await done;
  expect(disk.tries).toBe(2);
});
