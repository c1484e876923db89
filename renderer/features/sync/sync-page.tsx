import { SyncOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useOutgoing } from '../../data/outgoing/use-outgoing';
import { usePendingFiles } from '../../data/outgoing/use-pending-files';
import { useStore } from '../../data/store-context';
import { useHubStatus } from '../../data/use-hub';
import { useSyncStatus } from '../../data/use-sync-status';
import { CarriedPanel } from './carried-panel';
import { ConflictDesk } from './conflict-desk';
import { FilesPanel } from './files-panel';
import { OutgoingPanel } from './outgoing-panel';
import { SyncFigures } from './sync-figures';
import './sync-page.css';
import { HubLine } from '../../ui/hub-line';
import { SyncState } from './sync-state';

/** How far the work has come, in words and figures, record by record and file by file, and what only a person can decide. */
export function SyncPage() {
  const { t } = useTranslation();
  const store = useStore();
  const navigate = useNavigate();
  const status = useSyncStatus();
  const hub = useHubStatus();
  const outgoing = useOutgoing();
  const files = usePendingFiles();
  return (
    <main className="page sync">
      <div className="page-head">
        <h1>{t('sync.title')}</h1>
        <div className="page-actions">
          <Button onClick={() => void navigate('/bundles')}>{t('bundles.title')}</Button>
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
      <SyncState status={status} isAtHub={hub.stage !== 'off'} />
      {hub.stage !== 'off' && (
        <div className="panel sync-section">
          <HubLine {...hub} />
        </div>
      )}
      <SyncFigures status={status} />
      {status.unread > 0 && <Alert showIcon type="warning" title={t('sync.unread', { n: status.unread })} />}
      {outgoing && outgoing.length > 0 && <OutgoingPanel records={outgoing} />}
      {files && files.rows.length > 0 && <FilesPanel files={files} />}
      <CarriedPanel />
      <ConflictDesk />
    </main>
  );
}
