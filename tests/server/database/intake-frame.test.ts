import { expect, test } from 'vitest';
import type { IntakeEntry } from '../../../server/database/intake-entry';
import { packFrames, unpackFrame } from '../../../server/database/intake-frame';
import { noteChange } from '../note-change';

const audit: IntakeEntry = { kind: 'rows', table: 'audit', put: [{ scope: 'tour-1', number: 1 }] };
const head: IntakeEntry = { kind: 'rows', table: 'audit_heads', put: [{ scope: 'tour-1', number: 1 }] };
const changes = Array.from({ length: 20 }, (_, index) => ({ number: index + 1, change: noteChange() }));

test('all that a transaction kept is one frame, which is there whole or not at all', () => {
  const frames = packFrames([...changes, audit, head]);
  expect(frames).toHaveLength(1);
  expect(frames.flatMap(unpackFrame)).toEqual([audit, head, ...changes]);
});

test('changes too many for one frame go on in others, in their order; rows are never parted', () => {
  const size = JSON.stringify(changes[0]).length;
  const frames = packFrames([...changes, audit, head], size * 5);
  expect(frames.length).toBeGreaterThan(3);
  expect(frames.flatMap(unpackFrame)).toEqual([audit, head, ...changes]);
  expect(unpackFrame(frames[0] ?? new Uint8Array()).slice(0, 2)).toEqual([audit, head]);
});

test('a change larger than a frame has one of its own, and nothing makes none', () => {
  expect(packFrames(changes, 1)).toHaveLength(20);
  expect(packFrames([])).toEqual([]);
});

test('a journal of an older Xunji has an entry in each frame', () => {
  expect(unpackFrame(Buffer.from(JSON.stringify(head)))).toEqual([head]);
});
