import type { ProblemText } from './problem-text';

/** What may go wrong between a laptop and a server. */
export const syncProblems = {
  'request.invalid': {
    status: 400,
    zh: '请求的内容不合要求：{fault}。请升级巡记后再试。',
    en: 'The request is not valid: {fault}. Update Xunji and try again.',
  },
  'office.notJoined': {
    status: 401,
    zh: '这台电脑还没有加入单位，没有发送任何内容。请向管理员索取入网卡，在“设置”中加入。',
    en: 'This computer has not joined your office yet, and nothing was sent. Ask your administrator for a join card and enter it in Settings.',
  },
  'tour.notAtServer': {
    status: 409,
    zh: '中心服务器还没有这个活动，或者不让本机查看，因此不能移出。内容仍在本机。',
    en: 'The central server does not have this tour yet, or does not show it to this computer. It stays here.',
  },
  'tour.onlyHere': {
    status: 409,
    zh: '这个活动还有内容只在本机：未发送、未被接收，或附件未上传。请在“同步”页处理完再移出。',
    en: 'Something of this tour is on this computer only: not sent, not accepted, or a file not uploaded. See to it on the sync page, then try again.',
  },
  'change.invalid': {
    status: 422,
    zh: '字段“{fields}”的内容不合要求，服务器未接收。内容仍在本机。',
    en: 'The server did not accept the field(s) {fields}. What you typed is still on this computer.',
  },
  'change.tooLarge': {
    status: 413,
    zh: '这段内容超过 {limit} MB，尚未保存，仍在屏幕上。请分成几条记录。',
    en: 'This text is larger than {limit} MB and is not on disk; it is still on the screen. Split it into several records.',
  },
  'change.unknown': {
    status: 422,
    zh: '中心服务器的版本较旧，暂不能识别这条改动，未接收。内容仍在本机；服务器升级后，巡记下次启动时会再次发送。',
    en: 'The central server is older and does not know this kind of edit yet. It is still on this computer and is sent again at the next start, once the server has been updated.',
  },
  'server.unreachable': {
    status: 503,
    zh: '无法连接中心服务器。内容均保存在本机，联网后自动发送。',
    en: 'The central server cannot be reached. Everything is on this computer and is sent when there is a network.',
  },
  'server.noAnswer': {
    status: 503,
    zh: '没有收到服务器的答复。请核对地址和网络，再试一次。',
    en: 'The server did not answer. Check its address and the network, then try again.',
  },
  'server.answerStrange': {
    status: 502,
    zh: '收到的不是巡记中心服务器的答复（可能是上网登录页）。内容均在本机，没有丢失。',
    en: 'The answer did not come from a Xunji server (a sign-in page of the network?). Nothing is lost.',
  },
  'server.isNewer': {
    status: 426,
    zh: '服务器的巡记比本机新，本机要升级后才能同步。内容均在本机，没有丢失；请向管理员索取新版本安装。',
    en: 'The server runs a newer Xunji than this computer, which has to be updated before it can sync. Nothing is lost: everything is on this computer. Ask your administrator for the new version.',
  },
  'server.isOlder': {
    status: 409,
    zh: '服务器的巡记比本机旧，要由管理员升级服务器后才能同步。内容均在本机，没有丢失；升级后自动发送。',
    en: 'The server runs an older Xunji than this computer: your administrator has to update it before this computer can sync. Nothing is lost: everything is on this computer and is sent after that.',
  },
  'server.notOurs': {
    status: 495,
    zh: '这台服务器出示的证书不是本单位的，没有发送任何内容。请核对地址和入网卡；仍不一致时，请报告管理员。',
    en: 'The certificate of this server is not that of your office; nothing was sent. Check the address and the card; if they are right, tell your administrator.',
  },
  'server.clearText': {
    status: 400,
    zh: '服务器地址须以 https:// 开头：内容不会以明文传送。请改正地址。',
    en: 'The address must begin with https://: nothing is ever sent in clear text. Correct the address.',
  },
  'server.diskFull': {
    status: 507,
    zh: '中心服务器的磁盘已满，暂未接收。内容仍在本机，稍后自动重发；请告诉管理员。',
    en: 'The disk of the central server is full and nothing was taken. It is still on this computer and is sent again later; tell your administrator.',
  },
  'server.notSet': {
    status: 400,
    zh: '这台电脑还没有加入单位。请向管理员索取入网卡，在“设置”中加入。',
    en: 'This computer belongs to no office yet. Ask your administrator for a join card and enter it in Settings.',
  },
  'server.inUse': {
    status: 409,
    zh: '数据目录“{directory}”正被另一个巡记中心服务器使用。请先关闭它。',
    en: 'The data directory “{directory}” is in use by another Xunji server. Close that one first.',
  },
} as const satisfies Record<string, ProblemText>;
