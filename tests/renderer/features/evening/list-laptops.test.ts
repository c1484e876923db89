import { expect, it } from 'vitest';
import { listLaptops } from '../../../../renderer/features/evening/list-laptops';

it('tells of each laptop of a route when it was heard last and at how many stops, the newest first', () => {
  const traces = [
    { device: 'd1', author: '周敏', stop: 'p1', at: '2026-11-20T02:00:00Z' },
    { device: 'd1', author: '罗启明', stop: 'p2', at: '2026-11-20T01:00:00Z' },
    { device: 'd2', author: '沈砚舟', stop: 'p1', at: '2026-11-20T09:00:00Z' },
    { device: 'd3', author: '别组', stop: 'elsewhere', at: '2026-11-20T09:30:00Z' },
  ];
  expect(listLaptops(traces, new Set(['p1', 'p2']))).toEqual([
    { device: 'd2', author: '沈砚舟', at: '2026-11-20T09:00:00Z', stops: 1 },
    { device: 'd1', author: '周敏', at: '2026-11-20T02:00:00Z', stops: 2 },
  ]);
});
