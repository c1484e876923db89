/** Words of what an office gives all its computers. */
export const zhPresets = {
  title: '单位预设',
  hint: '每台电脑下一次同步即收到；没有网络时也能修改和使用。',
  onlyAdministrators: '只有管理员能修改单位预设，这里供查看。',
  open: '查看单位预设',
  holidays: '放假安排',
  holidaysHint:
    '把国务院办公厅当年的节假日通知粘贴到这里，或照样填写，如“10月1日至7日放假。10月10日上班。”时限中的“5个工作日”按它推算。',
  year: '年份',
  notice: '{{year}}年的通知',
  noNotice: '还没有{{year}}年的通知，时限暂按周末推算。',
  off: '休息（{{n}}天）',
  work: '调休上班（{{n}}天）',
  none: '无',
  unread: '这几句没有读懂，请改写：{{sentences}}',
  oneToALine: '{{list}}（一行一个；清空后用巡记自带的）',
  lists: {
    addressees: '讲话对象',
    issueCategories: '问题类别',
    requestCategories: '诉求类别',
  },
  dueBy: '{{day}}到期',
  dueProvisional: '{{day}}到期（暂按周末推算，当年放假安排未公布）',
  dueOff: '{{day}}休息，之后第一个工作日是{{next}}',
};
