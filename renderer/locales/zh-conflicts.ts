/** Words of the desk where people decide what is right. */
export const zhConflicts = {
  title: '冲突：两人改了同一处',
  hint: '双方的内容都已保留。选定后可以撤销（Ctrl+Z）。',
  count: '共 {{n}} 条记录',
  more: '再显示 {{n}} 条',
  open: '打开记录',
  files: '另有 {{n}} 个附件',
  shown: '暂用',
  merged: '合并稿',
  cameSince: '您打开之后又有新的内容到了，已列在下面；没有看过的不会被替换。',
  mergedHint: '几人写的都在里面，目前暂用这一稿；也可以先改再采用。',
  mergedOf: '“{{field}}”的合并稿',
  useMerged: '采用这一稿',
  deleted: '已被删除',
  unseen: '删除时没有看到的修改',
  keepDeleted: '维持删除',
  restore: '恢复记录',
};
