/** Words of how far records and files have come, on their cards and on the page of the sync. */
export const zhSending = {
  marks: {
    local: '在本机',
    sending: '正在发送',
    sent: '已送达',
    refused: '被拒收',
    files: '{{n}} 个附件待发',
    filesMissing: '{{n}} 个原件未到',
  },
};
