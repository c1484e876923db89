import { expect, it } from 'vitest';
import { openShownViews } from '../../../electron/sync/shown-views';
import { simulatedDisk } from '../../faults/simulated-disk';

const path = '/shown-views.json';

it('remembers what was shown until it has been taken off, through a power cut', async () => {
  const disk = simulatedDisk();
  const shown = await openShownViews(disk.fileSystem, path);
  await shown.note('epoch-1', { t1: 'whole', t2: 'whole', t3: 'team-a' });
  // Not shown any more, shown less of, shown more of: all of the first two still lies here.
  await shown.note('epoch-1', { t2: 'team-a', t3: 'whole', t4: 'whole' });
  const expected = { t1: 'whole', t2: 'whole', t3: 'whole', t4: 'whole' };
  const left = disk.after('power cut', () => 0);
  const again = await openShownViews(left.fileSystem, path);
  expect(again.get()).toEqual({ epoch: 'epoch-1', views: expected });
  await again.forget(['t1', 't2']);
  await again.note('epoch-1', { t2: 'team-a', t3: 'whole', t4: 'whole' });
  expect(again.get().views).toEqual({ t2: 'team-a', t3: 'whole', t4: 'whole' });
});

it('says nothing of what another server has shown', async () => {
  const { fileSystem } = simulatedDisk();
  const shown = await openShownViews(fileSystem, path);
  await shown.note('epoch-1', { t1: 'whole' });
  await shown.note('epoch-2', {});
  expect(shown.get()).toEqual({ epoch: 'epoch-2', views: {} });
});

it('tries again what the disk would not take', async () => {
  const { fileSystem } = simulatedDisk();
  let isFull = true;
  const open: typeof fileSystem.open = async (...input) => {
    if (isFull) throw new Error('full');
    return fileSystem.open(...input);
  };
  const shown = await openShownViews({ ...fileSystem, open }, path);
  await expect(shown.note('epoch-1', { t1: 'whole' })).rejects.toThrow('full');
  isFull = false;
  await shown.note('epoch-1', { t1: 'whole' });
  expect((await openShownViews(fileSystem, path)).get().views).toEqual({ t1: 'whole' });
});
