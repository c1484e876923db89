import { IdcardOutlined, MoreOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeOutput } from '../../../shared/protocol/bridge';
import { useAdmin } from '../../data/admin/admin-session';
import { useHeard } from '../../data/admin/use-heard';
import { useOffice } from '../../data/use-office';
import { useOfKind } from '../../data/use-register';
import { useMatches } from '../../ui/use-matches';
import { AccountDialog } from './account-dialog';
import { JoinCardDialog } from './join-card-dialog';
import { ListHead } from './list-head';
import { AccountName } from './account-name';
import { ListState } from './list-state';
import { ListTable } from './list-table';
import { PasswordDialog } from './password-dialog';
import { useDeed } from './use-deed';

export type AccountLine = BridgeOutput<'admin.listAccounts'>['accounts'][number];

type Open =
  | { readonly kind: 'make' }
  | { readonly kind: 'edit' | 'password' | 'card'; readonly account: AccountLine };

const wordsOf = ({ name, login }: AccountLine) => `${name} ${login}`;

/** The users of the office: who they are, what they may, and the card with which a computer of theirs joins. */
export function AccountsPanel() {
  const { t } = useTranslation();
  const { ask } = useAdmin();
  const { joined } = useOffice();
  const list = useHeard('admin.listAccounts');
  const devices = useHeard('admin.listDevices').value?.devices ?? [];
  const people = useOfKind('person')?.records ?? [];
  const deed = useDeed(list.reload);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<Open>();
  const shown = useMatches(list.value?.accounts ?? [], query, wordsOf);
  const personOf = new Map(people.map(({ id, name }) => [id, name]));
  const countOf = (account: string) =>
    devices.filter((device) => device.account === account && device.revokedAt === '').length;
  const close = () => setOpen(undefined);

  const switchOff = ({ id, name, disabled }: AccountLine) =>
    deed.run(
      ask('admin.changeAccount', { account: id, edit: { disabled: !disabled } }),
      t(disabled ? 'admin.enabledNow' : 'admin.disabledNow', { name }),
    );

  return (
    <div className="stack">
      <ListHead label={t('admin.findAccount')} query={query} onQuery={setQuery}>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen({ kind: 'make' })}>
          {t('admin.newAccount')}
        </Button>
      </ListHead>
      <ListState list={list} />
      {deed.said}
      {list.value && (
        <ListTable
          rows={shown}
          rowKey="id"
          empty={t('admin.nobodyFound')}
          scroll={{ x: 900 }}
          columns={[
            {
              title: t('admin.name'),
              render: (_, { name, login }: AccountLine) => <AccountName name={name} login={login} />,
            },
            {
              title: t('admin.role'),
              width: 110,
              render: (_, { role }: AccountLine) => t(`office.roles.${role}`),
            },
            {
              title: t('admin.person'),
              width: 160,
              render: (_, { person }: AccountLine) =>
                person === '' ? (
                  <span className="soft">{t('admin.noPerson')}</span>
                ) : (
                  (personOf.get(person) ?? t('admin.unknownPerson'))
                ),
            },
            {
              title: t('admin.computers'),
              width: 90,
              render: (_, { id }: AccountLine) => <span className="figures">{countOf(id)}</span>,
            },
            {
              title: t('admin.state'),
              width: 170,
              render: (_, { disabled, hasPassword }: AccountLine) => (
                <span className="admin-tags">
                  {disabled && <Tag color="error">{t('admin.disabled')}</Tag>}
                  {hasPassword && <Tag>{t('admin.hasPassword')}</Tag>}
                </span>
              ),
            },
            {
              title: t('admin.actions'),
              width: 240,
              render: (_, account: AccountLine) => (
                <span className="admin-actions">
                  <Button
                    icon={<IdcardOutlined />}
                    disabled={account.disabled}
                    aria-label={t('admin.cardFor', { name: account.name })}
                    onClick={() => setOpen({ kind: 'card', account })}
                  >
                    {t('office.card')}
                  </Button>
                  <Dropdown
                    trigger={['click']}
                    menu={{
                      items: [
                        { key: 'edit', label: t('admin.edit') },
                        { key: 'password', label: t('admin.setPassword') },
                        {
                          key: 'switch',
                          label: t(account.disabled ? 'admin.enable' : 'admin.disable'),
                          danger: !account.disabled,
                          disabled: account.login === joined?.login,
                        },
                      ],
                      onClick: ({ key }) =>
                        key === 'switch'
                          ? void switchOff(account)
                          : setOpen({ kind: key === 'edit' ? 'edit' : 'password', account }),
                    }}
                  >
                    <Button icon={<MoreOutlined />} aria-label={t('admin.moreFor', { name: account.name })} />
                  </Dropdown>
                </span>
              ),
            },
          ]}
        />
      )}
      {(open?.kind === 'make' || open?.kind === 'edit') && (
        <AccountDialog
          account={open.kind === 'edit' ? open.account : null}
          people={people}
          onClose={close}
          onSaved={list.reload}
        />
      )}
      {open?.kind === 'password' && <PasswordDialog account={open.account} deed={deed} onClose={close} />}
      {open?.kind === 'card' && <JoinCardDialog account={open.account} onClose={close} />}
    </div>
  );
}
