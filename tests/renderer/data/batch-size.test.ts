import { expect, it } from 'vitest';
import { createBatchSize } from '../../../renderer/data/batch-size';
import { exchangeLimit } from '../../../shared/protocol/sync';

it('sends more in each exchange while they come back, as many as one may carry', () => {
  const batch = createBatchSize();
  const first = batch.most();
  batch.note(true);
  expect(batch.most()).toBe(first * 2);
  for (let time = 0; time < 10; time += 1) batch.note(true);
  expect(batch.most()).toBe(exchangeLimit);
});

it('sends little over a line that breaks, and never nothing', () => {
  const batch = createBatchSize();
  batch.note(false);
  expect(batch.most()).toBeLessThan(200);
  for (let time = 0; time < 10; time += 1) batch.note(false);
  expect(batch.most()).toBe(20);
  batch.note(true);
  expect(batch.most()).toBe(40);
});
