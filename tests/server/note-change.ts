import { randomUUID } from 'node:crypto';
import type { Change } from '../../shared/changes/change';

/** A change that writes a note's text. */
export function noteChange(change: Partial<Change> & { readonly text?: string } = {}): Change {
  const { text = '现场道路已硬化，围挡完整。', ...rest } = change;
  return {
    id: randomUUID(),
    scope: 'tour-1',
    kind: 'note',
    record: randomUUID(),
    fields: { text: { value: text, replaces: [] } },
    author: '检查员甲',
    device: 'laptop-1',
    at: '2024-05-20T09:00:00+08:00',
    ...rest,
  };
}
