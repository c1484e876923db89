import { expect, it } from 'vitest';
import { superviseHub } from '../../../electron/hub/hub-child';
import { readerListener } from '../../../electron/tables/reader-listener';

it('a hub that has ended answers every question at once, and is not written to any more', async () => {
  const { listen, end } = readerListener();
  const posted: unknown[] = [];
  const child = superviseHub(
    { listen, post: (task) => void posted.push(task), kill: () => undefined },
    () => undefined,
  );
  const before = child.ask({ kind: 'describe' });
  end();
  const stopped = { ok: false, problem: expect.objectContaining({ code: 'hub.stopped' }) as unknown };
  expect(await before).toEqual(stopped);
  expect(await child.ask({ kind: 'describe' })).toEqual(stopped);
  await child.stop();
  expect(posted).toHaveLength(1);
});
