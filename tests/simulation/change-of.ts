import type { Change } from '../../shared/changes/change';

let made = 0;

/** A change of a record of its own. */
export function changeOf(scope: string, kind: Change['kind'] = 'note'): Change {
  made += 1;
  return {
    id: `change-${made}`,
    scope,
    kind,
    record: `record-${made}`,
    fields: { tour: { value: scope, replaces: [] } },
    author: '检查员甲',
    device: 'laptop-9',
    at: '2024-05-20T09:00:00Z',
  };
}
