import { expect, test } from 'vitest';
import { startBackupRhythm } from '../../../server/backup/backup-rhythm';
import { statesToDrop } from '../../../server/backup/prune-backups';

const at = (text: string) => text.replaceAll(/[:.]/g, '-');
const now = Date.parse('2024-05-10T12:00:00Z');

test('all states of two days stay, one of each day before, and none beyond 400 days but the last one', () => {
  const recent = ['2024-05-10T11:55:00.000Z', '2024-05-09T00:00:00.000Z', '2024-05-08T12:00:01.000Z'].map(at);
  const sameDay = ['2024-05-01T08:00:00.000Z', '2024-05-01T20:00:00.000Z'].map(at);
  const old = at('2023-01-01T00:00:00.000Z');
  expect(statesToDrop([...recent, ...sameDay, old, 'by-hand'], now)).toEqual([sameDay[0], old]);
  expect(statesToDrop([old], now)).toEqual([]);
});

test('what is wanted while a backup is under way gets one of its own after it, once, and at no other time', async () => {
  const ends: (() => void)[] = [];
  const rhythm = startBackupRhythm(
    () => new Promise<void>((resolve) => void ends.push(resolve)),
    60,
    () => undefined,
  );
  const end = async () => {
    ends.at(-1)?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  rhythm.runNow();
  rhythm.runNow();
  expect(ends).toHaveLength(1);
  await end();
  expect([ends.length, rhythm.isRunning]).toEqual([2, true]);
  await end();
  expect([ends.length, rhythm.isRunning]).toEqual([2, false]);
  rhythm.runNow();
  expect(ends).toHaveLength(3);
  rhythm.runNow();
  const stopped = rhythm.stop();
  await end();
  await stopped;
  expect(ends).toHaveLength(3);
});

test('backups never run beside each other, a failed one is followed by the next, and a stop waits', async () => {
  const told: unknown[] = [];
  let [running, most, made] = [0, 0, 0];
  const makeBackup = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 30));
    running -= 1;
    made += 1;
    if (made === 1) throw new Error('the share is away');
  };
  const rhythm = startBackupRhythm(makeBackup, 0.01 / 60, (error) => told.push(error));
  await new Promise((resolve) => setTimeout(resolve, 200));
  await rhythm.stop();
  const ended = made;
  expect(running).toBe(0);
  expect(most).toBe(1);
  expect(made).toBeGreaterThan(1);
  expect(told).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(made).toBe(ended);
});
