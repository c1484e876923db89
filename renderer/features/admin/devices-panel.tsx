import { StopOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeOutput } from '../../../shared/protocol/bridge';
import { useAdmin } from '../../data/admin/admin-session';
import { useHeard } from '../../data/admin/use-heard';
import { useLanguage } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';
import { useMatches } from '../../ui/use-matches';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { ListHead } from './list-head';
import { ListState } from './list-state';
import { ListTable } from './list-table';
import { useDeed } from './use-deed';

type DeviceLine = BridgeOutput<'admin.listDevices'>['devices'][number] & { readonly user: string };

const wordsOf = ({ name, user, version }: DeviceLine) => `${name} ${user} ${version}`;

/** The computers of the office: when each last came, with which version, and what it still holds. */
export function DevicesPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { ask } = useAdmin();
  const once = useOneAtATime();
  const list = useHeard('admin.listDevices');
  const accounts = useHeard('admin.listAccounts').value?.accounts ?? [];
  const deed = useDeed(list.reload);
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState<DeviceLine>();
  const userOf = new Map(accounts.map(({ id, name, login }) => [id, `${name} ${login}`]));
  const lines = (list.value?.devices ?? []).map((one) => ({ ...one, user: userOf.get(one.account) ?? '' }));
  const shown = useMatches(lines, query, wordsOf);
  const timeOf = (at: string) => (at === '' ? t('admin.never') : labelTime(at, language));

  async function revoke({ id, name }: DeviceLine) {
    await deed.run(ask('admin.revokeDevice', { device: id }), t('admin.revokedNow', { name }));
    setAsked(undefined);
  }

  return (
    <div className="stack">
      <ListHead label={t('admin.findComputer')} query={query} onQuery={setQuery} />
      <ListState list={list} />
      {deed.said}
      {list.value && (
        <ListTable
          rows={shown}
          rowKey="id"
          empty={t(lines.length === 0 ? 'admin.noComputers' : 'admin.nobodyFound')}
          scroll={{ x: 900 }}
          columns={[
            {
              title: t('admin.computer'),
              render: (_, { name }: DeviceLine) => <span className="admin-name">{name}</span>,
            },
            { title: t('admin.user'), width: 220, dataIndex: 'user', className: 'admin-words' },
            {
              title: t('admin.lastContact'),
              width: 170,
              sorter: (one: DeviceLine, other: DeviceLine) => (one.lastContact < other.lastContact ? -1 : 1),
              render: (_, { lastContact }: DeviceLine) => (
                <span className="figures">{timeOf(lastContact)}</span>
              ),
            },
            { title: t('settings.version'), width: 110, dataIndex: 'version', className: 'figures' },
            {
              title: t('admin.holds'),
              width: 120,
              sorter: (one: DeviceLine, other: DeviceLine) => one.pending - other.pending,
              render: (_, { pending }: DeviceLine) => (
                <span className={pending > 0 ? 'figures admin-holds' : 'figures soft'}>{pending}</span>
              ),
            },
            {
              title: t('admin.actions'),
              width: 200,
              render: (_, device: DeviceLine) =>
                device.revokedAt === '' ? (
                  <Button
                    danger
                    icon={<StopOutlined />}
                    aria-label={t('admin.revokeOf', { name: device.name })}
                    onClick={() => setAsked(device)}
                  >
                    {t('admin.revoke')}
                  </Button>
                ) : (
                  <Tag color="error">
                    {t('admin.revokedAt', { at: labelTime(device.revokedAt, language) })}
                  </Tag>
                ),
            },
          ]}
        />
      )}
      {asked && (
        <Modal
          open
          centered
          title={t('admin.revokeAsk', { name: asked.name })}
          okText={t('admin.revoke')}
          okButtonProps={{ danger: true }}
          cancelText={t('office.cancel')}
          onOk={() => once(() => revoke(asked))}
          onCancel={() => setAsked(undefined)}
        >
          <div className="stack">
            <p>{t('admin.revokeText', { user: asked.user })}</p>
            {asked.pending > 0 && (
              <Alert type="warning" showIcon title={t('admin.revokeHolds', { n: asked.pending })} />
            )}
          </div>
        </Modal>
      )}
    </div>
  );
}
