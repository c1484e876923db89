import type { AuditAct } from '../../../shared/access/audit';
import type { zhAdmin } from '../../locales/zh-admin';

/** What each act of the audit log is called. */
export const actWords = {
  'account.made': 'accountMade',
  'account.changed': 'accountChanged',
  'password.set': 'passwordSet',
  'code.made': 'codeMade',
  'device.enrolled': 'deviceEnrolled',
  'device.revoked': 'deviceRevoked',
  'device.allowed': 'deviceAllowed',
  'session.opened': 'sessionOpened',
  'signIn.failed': 'signInFailed',
  'grant.given': 'grantGiven',
  'grant.taken': 'grantTaken',
  'changes.accepted': 'changesAccepted',
  'changes.refused': 'changesRefused',
  'bundle.handedIn': 'bundleHandedIn',
  'bundle.refused': 'bundleRefused',
  'attachment.begun': 'attachmentBegun',
  'attachment.stored': 'attachmentStored',
  'thumb.stored': 'thumbStored',
  'attachments.swept': 'attachmentsSwept',
  'audit.read': 'auditRead',
  'audit.pruned': 'auditPruned',
  'backup.begun': 'backupBegun',
  'backup.checked': 'backupChecked',
  'restore.begun': 'restoreBegun',
  'restore.ordered': 'restoreOrdered',
  'restore.refused': 'restoreRefused',
  'restore.givenUp': 'restoreGivenUp',
  'backup.restored': 'backupRestored',
} as const satisfies Readonly<Record<AuditAct, keyof typeof zhAdmin.acts>>;
