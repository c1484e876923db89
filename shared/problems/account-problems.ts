import type { ProblemText } from './problem-text';

/** What may go wrong with accounts, laptops and what they may do. */
export const accountProblems = {
  'session.needed': {
    status: 401,
    zh: '登录已过期，巡记会自动重新登录。如反复出现，请重启巡记或联系管理员。',
    en: 'The session has ended; Xunji opens a new one by itself. If this comes back, start Xunji again or ask your administrator.',
  },
  'session.passwordNeeded': {
    status: 403,
    zh: '管理操作需要登录。请登录后再试。',
    en: 'Administration asks who you are. Sign in and try again.',
  },
  'access.denied': {
    status: 403,
    zh: '您的账号没有这项权限。如确有需要，请联系管理员。',
    en: 'Your account may not do this. Ask your administrator if you need to.',
  },
  'change.forbidden': {
    status: 403,
    zh: '您的账号无权修改这条记录，服务器未接收。内容仍在本机；请联系管理员授权后重试。',
    en: 'Your account may not change this record, so the server did not take it. It is still on this computer; ask your administrator for access and try again.',
  },
  'change.carried': {
    status: 403,
    zh: '这是{author}写的，由数据包带到本机，您的账号无权代交。您不必处理：{author}的电脑联网后会自行上交；急需时请交给管理员。',
    en: '{author} wrote this and a bundle brought it here; your account may not hand it in. You need do nothing: the computer of {author} will. If it is urgent, give the bundle to your administrator.',
  },
  'change.elsewhere': {
    status: 409,
    zh: '这条记录属于另一个活动，不能在这个活动里修改，服务器未接收。内容仍在本机；请到它所属的活动里改，或另建一条记录。',
    en: 'This record belongs to another tour and cannot be changed in this one, so the server did not take it. It is still on this computer; change it in its own tour, or make a new record.',
  },
  'change.idTaken': {
    status: 409,
    zh: '中心服务器上已有编号相同、内容不同的另一条改动，这一条未接收，仍在本机。请告诉管理员核对这台电脑。',
    en: 'The central server has another edit under the same number, so it did not take this one, which is still on this computer. Tell your administrator, who should check this computer.',
  },
  'device.revoked': {
    status: 401,
    zh: '这台电脑已被管理员停用，不能再与中心服务器同步。请联系管理员。',
    en: 'The administrator has revoked this computer; it cannot sync with the central server any more. Ask your administrator.',
  },
  'device.unknown': {
    status: 401,
    zh: '中心服务器不认识这台电脑。请向管理员索取登记码，在“设置”中登记。',
    en: 'The central server does not know this computer. Ask your administrator for a code and enrol it in Settings.',
  },
  'device.gone': {
    status: 404,
    zh: '没有登记过这台电脑。请刷新列表后重试。',
    en: 'No such computer is enrolled. Reload the list and try again.',
  },
  'device.taken': {
    status: 409,
    zh: '这台电脑已用另一组密钥登记过。请管理员先停用原来的登记，再重新登记。',
    en: 'This computer is enrolled with other keys already. Ask your administrator to revoke it first, then enrol it again.',
  },
  'account.disabled': {
    status: 401,
    zh: '您的账号已停用。请联系管理员。',
    en: 'Your account is disabled. Ask your administrator.',
  },
  'account.unknown': {
    status: 404,
    zh: '没有这个账号。请刷新列表后重试。',
    en: 'There is no such account. Reload the list and try again.',
  },
  'account.passwordShort': {
    status: 400,
    zh: '密码至少 10 个字符，通过环境变量 XUNJI_PASSWORD 给出。',
    en: 'A password has at least 10 characters and is given in the environment variable XUNJI_PASSWORD.',
  },
  'account.loginTaken': {
    status: 409,
    zh: '登录名“{login}”已被使用。请换一个。',
    en: 'The login “{login}” is taken. Choose another one.',
  },
  'account.lastAdministrator': {
    status: 409,
    zh: '这是最后一个可用的管理员账号，不能停用或改变角色。请先设立另一个管理员。',
    en: 'This is the last administrator; it can be neither disabled nor given another role. Make another administrator first.',
  },
  'code.wrong': {
    status: 401,
    zh: '登记码不正确、已用过或已过期。请核对，或向发卡的人（管理员或枢纽电脑的使用人）索取新的。',
    en: 'This code is wrong, was used already or has expired. Check it, or ask whoever gave it to you (your administrator, the user of the hub) for a new one.',
  },
  'signIn.wrong': {
    status: 401,
    zh: '登录名或密码不正确。请核对后重试。',
    en: 'Login or password is wrong. Check them and try again.',
  },
  'signIn.tooMany': {
    status: 429,
    zh: '尝试次数过多。请等待 {minutes} 分钟后再试，或在已登记的电脑上登录。',
    en: 'Too many tries. Wait {minutes} minutes, or sign in on a computer that is enrolled.',
  },
  'audit.broken': {
    status: 500,
    zh: '审计日志有 {n} 处断裂：“{scope}”从第 {number} 条起不可信。请立即报告，并与备份比对。',
    en: 'The audit log is broken in {n} places: “{scope}” is not to be trusted from entry {number} on. Report it at once and compare with a backup.',
  },
  'oidc.notSet': {
    status: 404,
    zh: '本单位没有设置统一登录。请用登录名和密码登录。',
    en: 'Your office has no single sign-on. Sign in with login and password.',
  },
  'oidc.unreachable': {
    status: 503,
    zh: '暂时无法连接统一登录服务。请稍后重试，或用登录名和密码登录。',
    en: 'The single sign-on cannot be reached now. Try again later, or sign in with login and password.',
  },
  'oidc.refused': {
    status: 403,
    zh: '统一登录没有成功。请回到巡记重新开始，并用本机所属的账号登录。',
    en: 'The single sign-on did not succeed. Begin again in Xunji, with the account that this computer belongs to.',
  },
  'oidc.noBrowser': {
    status: 500,
    zh: '无法打开浏览器。请在系统设置中选定默认浏览器后重试，或用密码登录。',
    en: 'No browser could be opened. Choose a default browser in the system settings and try again, or sign in with the password.',
  },
  'oidc.pending': {
    status: 409,
    zh: '还没有在浏览器中完成统一登录，或时间已过。请在浏览器中完成，或重新开始。',
    en: 'The single sign-on in the browser is not done yet, or has run out. Finish it there, or begin again.',
  },
  'server.busy': {
    status: 503,
    zh: '中心服务器正忙，稍后会自动重试。内容均在本机。',
    en: 'The central server is busy; Xunji tries again by itself. Everything is on this computer.',
  },
} as const satisfies Record<string, ProblemText>;
