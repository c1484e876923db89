import { expect, it } from 'vitest';
import { createBatchSize } from '../../../shared/sync/batch-size';
import { exchangeLimit, pageBytes } from '../../../shared/protocol/sync';

it('sends more in each exchange while they come back, as many as one may carry', () => {
  const batch = createBatchSize();
  const first = batch.most();
  batch.note(true, 100);
  expect(batch.most()).toBe(first * 2);
  for (let time = 0; time < 10; time += 1) batch.note(true, 100);
  expect(batch.most()).toBe(exchangeLimit);
  expect(batch.page()).toBe(pageBytes);
});

it('sends little over a line that breaks, and never nothing', () => {
  const batch = createBatchSize();
  batch.note(false, 1000);
  expect(batch.most()).toBeLessThan(200);
  for (let time = 0; time < 10; time += 1) batch.note(false, 1000);
  expect(batch.most()).toBe(20);
  expect(batch.page()).toBeLessThan(50_000);
  batch.note(true, 100);
  expect(batch.most()).toBe(40);
});

it('takes less at a time where one exchange lasts long, before the line breaks in the middle of it', () => {
  const batch = createBatchSize();
  const first = batch.most();
  batch.note(true, 60_000);
  expect(batch.most()).toBe(first / 2);
});
