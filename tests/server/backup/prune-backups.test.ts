import { expect, test } from 'vitest';
import { startBackupRhythm } from '../../../server/backup/backup-rhythm';
import { statesToDrop } from '../../../server/backup/prune-backups';

const at = (text: string) => text.replaceAll(/[:.]/g, '-');
const dayMillis = 24 * 3_600_000;
const now = Date.parse('2024-05-10T12:00:00Z');

/** One state a week, the last one a week before the first moment of the tests below. */
const weekly = Array.from({ length: 70 }, (_, week) =>
  at(new Date(Date.parse('2024-04-25T08:00:00Z') - (69 - week) * 7 * dayMillis).toISOString()),
);

const sameDay = ['2024-05-01T08:00:00.000Z', '2024-05-01T20:00:00.000Z'].map(at);
const recent = ['2024-05-08T12:00:01.000Z', '2024-05-09T00:00:00.000Z', '2024-05-10T12:00:00.000Z'].map(at);

test('all states of two days stay, one of each day before, and none beyond 400 days but the last one', () => {
  const old = weekly.filter((id) => Date.parse(id.slice(0, 10)) < now - 400 * dayMillis);
  expect(old.length).toBeGreaterThan(5);
  const dropped = statesToDrop(['by-hand', ...weekly, ...sameDay, ...recent]);
  expect(dropped).toHaveLength(old.length + 1);
  expect(dropped).toEqual(expect.arrayContaining([...old, sameDay[0]]));
  expect(statesToDrop(weekly.slice(0, 1))).toEqual([]);
});

test('a clock that was far ahead, far behind, or is so still, makes no state old', () => {
  const young = [...sameDay.slice(1), ...recent];
  const ahead = ['2099-01-01T08:00:00.000Z', '2099-01-01T09:00:00.000Z'].map(at);
  const behind = ['2000-01-01T00:00:00.000Z', '2000-01-01T01:00:00.000Z'].map(at);
  for (const odd of [ahead, behind]) {
    expect(statesToDrop([...young, ...odd])).toEqual([]);
    expect(statesToDrop([...young, ...odd, at('2024-05-10T14:00:00.000Z')])).toEqual([]);
  }
  // Where every pause is believed, one run costs all of them: the lines above can fail.
  const [one = '', ...others] = young.toReversed();
  const believed = statesToDrop([...young, ...ahead.slice(0, 1)], Number.POSITIVE_INFINITY);
  expect(believed).toEqual([one, ...others]);
  // What goes in spite of it: what was old before.
  const old = statesToDrop([...weekly, ...young]);
  expect(statesToDrop([...weekly, ...young, ...ahead])).toEqual(old);
});

test('states that were written with a clock that was ahead grow old themselves', () => {
  const days = Array.from({ length: 410 }, (_, day) => at(new Date(now + day * dayMillis).toISOString()));
  const ahead = at('2099-01-01T08:00:00.000Z');
  expect(statesToDrop([ahead, ...days])).toContain(ahead);
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
