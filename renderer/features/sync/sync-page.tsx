import { SyncOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useStore } from '../../data/store-context';
import { useConflicts } from '../../data/use-conflicts';
import { useSyncStatus } from '../../data/use-sync-status';
import { useLanguage, useProblemText } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';
import { shownStage } from '../../ui/shown-stage';
import { ConflictDesk } from './conflict-desk';
import { RefusedList } from './refused-list';
import './sync-page.css';

const tones = {
  waiting: 'info',
  off: 'info',
  idle: 'success',
  working: 'info',
  offline: 'warning',
  trouble: 'error',
} as const;

/** How far the work has come, in words and figures, and what only a person can decide. */
export function SyncPage() {
  const { t } = useTranslation();
  const store = useStore();
  const navigate = useNavigate();
  const language = useLanguage();
  const describe = useProblemText();
  const status = useSyncStatus();
  const conflicts = useConflicts() ?? [];
  const stage = shownStage(status);
  const figures = [
    [t('sync.unsent'), String(status.unsent)],
    [t('sync.filesPending'), String(status.filesPending)],
    [t('sync.refused'), String(status.refused.length)],
    [t('sync.conflicts'), String(conflicts.length)],
    [t('sync.lastContact'), status.lastContact ? labelTime(status.lastContact, language) : t('sync.never')],
  ] as const;
  return (
    <main className="page sync">
      <div className="page-head">
        <h1>{t('sync.title')}</h1>
        <div className="page-actions">
          <Button onClick={() => void navigate('/settings')}>{t('sync.settings')}</Button>
          <Button
            type="primary"
            icon={<SyncOutlined />}
            disabled={status.stage === 'off'}
            onClick={() => store.syncNow()}
          >
            {t('sync.now')}
          </Button>
        </div>
      </div>
      <Alert
        showIcon
        type={tones[stage]}
        title={t(`sync.${stage}`)}
        description={status.problem ? describe(status.problem) : status.stage === 'off' && t('sync.offHint')}
      />
      <dl className="panel sync-figures">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
      </dl>
      {status.unread > 0 && <Alert showIcon type="warning" title={t('sync.unread', { n: status.unread })} />}
      <RefusedList refused={status.refused} />
      <ConflictDesk conflicts={conflicts} />
    </main>
  );
}
