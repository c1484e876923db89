import { CloudUploadOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, Button, Table } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BackupsView, clockJumped, filesDamaged } from '../../../shared/protocol/backups';
import { useAdmin } from '../../data/admin/admin-session';
import { useHeard } from '../../data/admin/use-heard';
import { useLanguage, useProblemText } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { BackupDialog } from './backup-dialog';
import { ListState } from './list-state';
import { useDeed } from './use-deed';
import { useRestore } from './use-restore';

type State = BackupsView['states'][number];

/** Often enough for who waits for a backup that they began. */
const askAgainMillis = 2_000;

/** The backups of the server: how old the newest is, one more now, and whether one is whole. */
export function BackupsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const problemText = useProblemText();
  const { ask } = useAdmin();
  const once = useOneAtATime();
  const list = useHeard('admin.describeBackups');
  const deed = useDeed(list.reload);
  const [opened, setOpened] = useState<State>();
  const { value, reload } = list;
  const isRunning = value?.isRunning ?? false;
  const states = value?.states ?? [];
  const [newest] = states;

  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void reload(), askAgainMillis);
    return () => clearInterval(timer);
  }, [isRunning, reload]);

  return (
    <div className="stack">
      <ListState list={list} />
      {value?.target === null && <Alert type="warning" showIcon title={t('admin.noBackups')} />}
      {value?.failedAt && (
        <Alert
          type="error"
          showIcon
          title={t('admin.backupFailed', { at: labelTime(value.failedAt, language) })}
          description={value.problem && problemText(value.problem)}
        />
      )}
      {value?.damaged && <Alert type="error" showIcon title={problemText(filesDamaged(value.damaged))} />}
      {value?.jump && (
        <Alert
          type="warning"
          showIcon
          title={problemText(
            clockJumped({
              from: labelTime(value.jump.from, language),
              to: labelTime(value.jump.to, language),
            }),
          )}
        />
      )}
      {deed.said}
      <WaitingRestore states={states} onOpen={setOpened} />
      {value?.target && (
        <>
          <section className="panel admin-section admin-backups">
            <div>
              <h2>
                {newest
                  ? t('admin.newestBackup', { at: labelTime(newest.at, language) })
                  : t('admin.noBackupYet')}
              </h2>
              <p className="soft">{t('admin.backupRhythm', value.target)}</p>
            </div>
            <Button
              type="primary"
              icon={<CloudUploadOutlined />}
              loading={isRunning}
              onClick={() => once(() => deed.run(ask('admin.backUpNow', {}), t('admin.backupBegun')))}
            >
              {t(isRunning ? 'admin.backingUp' : 'admin.backUpNow')}
            </Button>
          </section>
          <Table
            className="panel"
            size="small"
            rowKey="id"
            pagination={states.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
            scroll={{ x: 640 }}
            locale={{ emptyText: t('admin.noBackupYet') }}
            dataSource={[...states]}
            columns={[
              {
                title: t('admin.at'),
                width: 190,
                render: (_, { at, id }: State) => (
                  <time dateTime={at} className="figures admin-name">
                    {at === '' ? id : labelTime(at, language)}
                  </time>
                ),
              },
              { title: t('admin.stateName'), dataIndex: 'id', className: 'figures admin-words' },
              {
                title: t('admin.actions'),
                width: 200,
                render: (_, state: State) => (
                  <Button
                    icon={<SafetyCertificateOutlined />}
                    aria-label={t('admin.openBackup', { at: labelTime(state.at, language) })}
                    onClick={() => setOpened(state)}
                  >
                    {t('admin.checkOrRestore')}
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
      {opened && value?.target && (
        <BackupDialog
          state={opened}
          directory={value.target.directory}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

interface WaitingRestoreProps {
  readonly states: readonly State[];
  readonly onOpen: (state: State) => void;
}

/** Who comes back to the page finds what is being prepared, or waits for a decision. */
function WaitingRestore({ states, onOpen }: WaitingRestoreProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { view } = useRestore();
  if (view?.kind !== 'preparing' && view?.kind !== 'ready') return null;
  const state = states.find(({ id }) => id === view.state);
  if (!state) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t(view.kind === 'ready' ? 'admin.readyOther' : 'admin.preparingOther', {
        at: labelTime(state.at, language),
      })}
      action={
        <Button size="small" onClick={() => onOpen(state)}>
          {t('admin.checkOrRestore')}
        </Button>
      }
    />
  );
}
