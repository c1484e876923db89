import { expect, test } from 'vitest';
import { readAllAudit } from '../../../../renderer/features/admin/read-all-audit';
import type { AuditEntry } from '../../../../shared/access/audit';

const most = 2000;

test.each([
  [0, 0, true],
  [1999, 1999, true],
  [most, most, true],
  [most + 1, most, false],
  [5000, most, false],
])('of %i entries an export holds %i, and says whether that is all: %s', async (there, held, isAll) => {
  const all = await readAllAudit(async (before = there + 1, limit) => {
    const length = Math.min(limit, before - 1);
    const entries = Array.from({ length }, (_, index) => entryOf(before - 1 - index));
    return { ok: true, value: { entries } };
  }, most);
  const told = all.ok ? { held: all.value.entries.length, isAll: all.value.isAll } : all;
  expect(told).toEqual({ held, isAll });
});

function entryOf(number: number): AuditEntry {
  const made = { account: '', device: '', act: 'audit.read', subject: 'server', count: 1 } as const;
  return { ...made, scope: 'server', number, at: '2026-01-01T00:00:00.000Z', previous: '', hash: '' };
}
