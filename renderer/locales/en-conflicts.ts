import type { zhConflicts } from './zh-conflicts';

export const enConflicts: typeof zhConflicts = {
  title: 'Conflicts: two people changed the same place',
  hint: 'Everything is kept. What you choose can be undone (Ctrl+Z).',
  count: '{{n}} record(s) in all',
  more: 'Show {{n}} more',
  open: 'Open record',
  files: 'and {{n}} more file(s)',
  shown: 'shown now',
  merged: 'Merged text',
  cameSince: 'More came in after you opened this; it stands below. What you have not seen is never replaced.',
  mergedHint: 'All that was written is in it, and it is shown for now. Change it first if you like.',
  mergedOf: 'Merged text of “{{field}}”',
  useMerged: 'Use this text',
  deleted: 'Deleted',
  unseen: 'Edits that the deletion did not know of',
  keepDeleted: 'Leave it deleted',
  restore: 'Bring it back',
};
