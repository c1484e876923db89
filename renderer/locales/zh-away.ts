/** A tour that is put away, and had again. */
export const zhAway = {
  menu: '“{{title}}”的更多操作',
  putAway: '移出本机…',
  title: '把“{{title}}”移出本机？',
  goes: '这台电脑上的 {{stops}} 个点位及其全部记录、{{files}} 个附件（约 {{size}}）将被移除，腾出空间。',
  stays: '中心服务器上和其他电脑上的内容不变；已导出的文书仍在本机。移出前，巡记先同步一次，并逐个核对附件。',
  again: '以后可以随时在活动列表下方取回，需要连接中心服务器。',
  confirm: '移出本机',
  cancel: '不移出',
  working: '正在核对……',
  openSync: '查看同步',
  list: '已移出本机的活动',
  listHint: '内容在中心服务器上，本机不再接收更新。',
  bring: '取回',
  bringNamed: '取回“{{title}}”',
  coming: '正在取回“{{title}}”：连上中心服务器后会出现在上面。',
};
