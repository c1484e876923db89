import { Alert, Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupsView } from '../../../shared/protocol/backups';
import { useAdmin } from '../../data/admin/admin-session';
import { useLanguage, useProblemText } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';
import { RestoreSection } from './restore-section';

interface BackupDialogProps {
  readonly state: BackupsView['states'][number];
  readonly directory: string;
  readonly onClose: () => void;
}

/**
 * Whether a backup is whole, and a restore of it. The key lies in a safe. Where the server itself is broken, it is done where that
 * stands, and this says how.
 */
export function BackupDialog({ state: { id, at }, directory, onClose }: BackupDialogProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const language = useLanguage();
  const { ask } = useAdmin();
  const keyId = useId();
  const [identity, setIdentity] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{
    readonly kind: 'success' | 'warning' | 'error';
    readonly words: string;
  }>();

  async function check() {
    setBusy(true);
    const answer = await ask('admin.checkBackup', { state: id, identity: identity.trim() });
    setBusy(false);
    // It has done its work, and a key in a field may be read by whoever passes by.
    setIdentity('');
    if (!answer.ok) return setSaid({ kind: 'error', words: describe(answer.problem) });
    const { isRead, changes, files, broken, brokenCount } = answer.value;
    if (brokenCount > 0)
      return setSaid({
        kind: 'error',
        words: t('admin.backupBroken', { n: brokenCount, first: broken[0] ?? '' }),
      });
    setSaid(
      isRead
        ? { kind: 'success', words: t('admin.backupWhole', { changes, files }) }
        : { kind: 'warning', words: t('admin.backupThere', { files }) },
    );
  }

  return (
    <Modal
      open
      centered
      width={640}
      title={t('admin.backupOf', { at: labelTime(at, language) })}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('admin.close')}</Button>}
    >
      <div className="stack">
        <div className="field">
          <label htmlFor={keyId}>{t('admin.backupKey')}</label>
          <Input.Password
            id={keyId}
            autoComplete="off"
            maxLength={200}
            value={identity}
            onChange={(event) => setIdentity(event.target.value)}
          />
          <p className="soft admin-hint">{t('admin.backupKeyHint')}</p>
        </div>
        <h3>{t('admin.checkBackup')}</h3>
        <div className="admin-actions">
          <Button loading={isBusy} onClick={() => void check()}>
            {t(identity.trim() === '' ? 'admin.lookFor' : 'admin.readAll')}
          </Button>
        </div>
        {said && <Alert type={said.kind} showIcon role="alert" title={said.words} />}
        <h3>{t('admin.restore')}</h3>
        <RestoreSection
          state={id}
          at={labelTime(at, language)}
          identity={identity.trim()}
          onKeyUsed={() => setIdentity('')}
        />
        <details>
          <summary>{t('admin.restoreByHand')}</summary>
          <ol className="admin-steps">
            <li>{t('admin.restoreStop')}</li>
            <li>
              {t('admin.restoreRun')}
              <code className="admin-card-text">{`npm run xunji -- restore --from "${directory}" --state ${id} --key ${t('admin.keyFile')} --data ${t('admin.newFolder')}`}</code>
            </li>
            <li>{t('admin.restoreAfter')}</li>
          </ol>
        </details>
      </div>
    </Modal>
  );
}
