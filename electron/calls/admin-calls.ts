import { X509Certificate, createHash } from 'node:crypto';
import { succeed } from '../../shared/outcome';
import {
  accountListSchema,
  accountPaths,
  auditCheckSchema,
  auditPageSchema,
  codeReplySchema,
  deviceListSchema,
  grantListSchema,
} from '../../shared/protocol/accounts';
import type { adminCallSchemas } from '../../shared/protocol/admin-calls';
import {
  backupCheckedSchema,
  backupsPath,
  backupsSchema,
  restorePath,
  restoreViewSchema,
} from '../../shared/protocol/backups';
import { joinCardText } from '../../shared/protocol/join-card';
import { accountSchema } from '../../shared/protocol/session';
import type { CallHandlers } from '../ipc';
import type { Administration } from '../office/administration';
import type { Membership } from '../office/membership';

/** Reading every entry of the log, or every byte of a backup, takes its time. */
const patience = 1_800_000;

/** The administration of the office; the window names what is to be done, never a path or a token. */
export function adminCalls(
  { isSignedIn, signIn, hasProvider, signInElsewhere, giveUpSignIn, signOut, request }: Administration,
  membership: () => Membership | null,
): Pick<CallHandlers, keyof typeof adminCallSchemas> {
  const { accounts, devices, grants, codes, audit } = accountPaths;
  return {
    'admin.describe': async () =>
      succeed({ isSignedIn: isSignedIn(), authorityHash: hashOf(membership()?.authority) }),
    async 'admin.signIn'({ password }) {
      const opened = await signIn(password);
      return opened.ok ? succeed({}) : opened;
    },
    async 'admin.hasProvider'() {
      const told = await hasProvider();
      return told.ok ? succeed({ hasProvider: told.value }) : told;
    },
    async 'admin.signInElsewhere'() {
      const opened = await signInElsewhere();
      return opened.ok ? succeed({ isSignedIn: opened.value }) : opened;
    },
    async 'admin.giveUpSignIn'() {
      giveUpSignIn();
      return succeed({});
    },
    async 'admin.signOut'() {
      signOut();
      return succeed({});
    },
    'admin.listAccounts': () => request({ method: 'GET', path: accounts, answer: accountListSchema }),
    'admin.makeAccount': (body) => request({ method: 'POST', path: accounts, body, answer: accountSchema }),
    'admin.changeAccount': ({ account, edit }) =>
      request({ method: 'PUT', path: `${accounts}/${account}`, body: edit, answer: accountSchema }),
    'admin.setPassword': ({ account, password }) =>
      done({ method: 'PUT', path: `${accounts}/${account}/password`, body: { password } }),
    async 'admin.makeCard'(body) {
      const made = await request({ method: 'POST', path: codes, body, answer: codeReplySchema });
      if (!made.ok) return made;
      const { serverUrl = '', authority } = membership() ?? {};
      const authorityHash = hashOf(authority);
      const card = joinCardText({ serverUrl, code: made.value.code, authorityHash });
      return succeed({ ...made.value, card, serverUrl, authorityHash });
    },
    'admin.listDevices': () => request({ method: 'GET', path: devices, answer: deviceListSchema }),
    'admin.revokeDevice': ({ device }) =>
      done({ method: 'POST', path: `${devices}/${device}/revoke`, body: {} }),
    'admin.listGrants': () => request({ method: 'GET', path: grants, answer: grantListSchema }),
    'admin.giveGrant': (body) => done({ method: 'PUT', path: grants, body }),
    'admin.takeGrant': (body) => done({ method: 'DELETE', path: grants, body }),
    'admin.readAudit': (query) =>
      request({ method: 'GET', path: `${audit}?${asQuery(query)}`, answer: auditPageSchema }),
    'admin.checkAudit': () =>
      request({ method: 'GET', path: `${audit}/check`, answer: auditCheckSchema, patience }),
    'admin.describeBackups': () => request({ method: 'GET', path: backupsPath, answer: backupsSchema }),
    'admin.backUpNow': () => done({ method: 'POST', path: backupsPath, body: {} }),
    'admin.checkBackup': ({ state, identity }) =>
      request({
        method: 'POST',
        path: `${backupsPath}/${state}/check`,
        body: { identity },
        answer: backupCheckedSchema,
        patience,
      }),
    'admin.describeRestore': () => request({ method: 'GET', path: restorePath, answer: restoreViewSchema }),
    'admin.prepareRestore': ({ state, identity }) =>
      done({ method: 'POST', path: `${backupsPath}/${state}/restore`, body: { identity } }),
    'admin.giveUpRestore': () => done({ method: 'DELETE', path: restorePath }),
    'admin.replaceOffice': ({ state }) =>
      done({ method: 'POST', path: `${backupsPath}/${state}/replace`, body: {} }),
  };

  async function done(asked: Omit<Parameters<typeof request>[0], 'answer'>) {
    const answered = await request({ ...asked, answer: null });
    return answered.ok ? succeed({}) : answered;
  }
}

function asQuery(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(given).toString();
}

/** '' on loopback, where there is no certificate. */
function hashOf(pem: string | null | undefined): string {
  if (!pem) return '';
  return createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
}
