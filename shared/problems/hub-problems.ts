import type { ProblemText } from './problem-text';

/** What may go wrong with a team's hub. */
export const hubProblems = {
  'hub.notJoined': {
    status: 409,
    zh: '本机没有加入小组枢纽。请在“设置”中加入或开启。',
    en: 'This computer belongs to no team hub. Join or start one in Settings.',
  },
  'hub.noNetwork': {
    status: 409,
    zh: '本机没有接入局域网，无法开启小组枢纽。请先连上无线网络或网线（手机热点也可以），再开启。',
    en: 'This computer is on no local network. Connect to one first (a telephone’s hotspot will do), then start the hub.',
  },
  'hub.isMember': {
    status: 409,
    zh: '本机已加入另一个小组枢纽。请先退出，再开启自己的。',
    en: 'This computer belongs to another team hub. Leave it before you start one here.',
  },
  'hub.removed': {
    status: 401,
    zh: '枢纽电脑的使用人已把本机移出。内容都还在本机：如系误移，请对方在枢纽的电脑列表中“重新允许”；也可改用别的电脑做枢纽，或回去后与中心服务器同步。',
    en: 'This computer was removed from the hub. Everything is still on it: if that was a mistake, ask for it to be let in again in the hub’s list of computers. Or use another computer as the hub, or sync with the central server when you are back.',
  },
  'hub.stopped': {
    status: 503,
    zh: '小组枢纽没有在运行。请关闭后重新开启；如再次出现，请把日志交给管理员。',
    en: 'The team hub is not running. Stop it and start it again; if it happens again, give the log to your administrator.',
  },
} as const satisfies Record<string, ProblemText>;
