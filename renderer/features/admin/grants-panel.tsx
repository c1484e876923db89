import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAdmin } from '../../data/admin/admin-session';
import { useHeard } from '../../data/admin/use-heard';
import { useTourView } from '../../data/use-tour-view';
import { useTours } from '../../data/use-tours';
import { matchText } from '../../ui/match-text';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { AccountName } from './account-name';
import { ListState } from './list-state';
import { ListTable } from './list-table';
import { useDeed } from './use-deed';
import { type Seeing, whoSeesTour } from './who-sees-tour';

/** Who sees a tour and why, and who is to see it besides. */
export function GrantsPanel() {
  const { t } = useTranslation();
  const { ask } = useAdmin();
  const once = useOneAtATime();
  const list = useHeard('admin.listGrants');
  const accounts = useHeard('admin.listAccounts').value?.accounts ?? [];
  const tours = useTours();
  const deed = useDeed(list.reload);
  const ids = { tour: useId(), account: useId(), team: useId() };
  const [chosen, setChosen] = useState<string>();
  const [account, setAccount] = useState<string>();
  const [team, setTeam] = useState('');
  const tour = chosen ?? tours?.[0]?.id ?? '';
  const teams = useTourView(tour)?.teams ?? [];
  const teamName = new Map(teams.map(({ id, name }) => [id, name]));
  const seeing = list.value ? whoSeesTour(tour, accounts, list.value.grants, teams) : [];
  const filter = {
    filterOption: (query: string, option?: { readonly label: string }) =>
      matchText(option?.label ?? '', query),
  };

  async function give() {
    const name = accounts.find(({ id }) => id === account)?.name ?? '';
    if (!account) return;
    if (await deed.run(ask('admin.giveGrant', { account, tour, team }), t('admin.givenNow', { name })))
      setAccount(undefined);
  }

  const take = ({ account: { id, name }, team: from }: Seeing) =>
    deed.run(ask('admin.takeGrant', { account: id, tour, team: from }), t('admin.takenNow', { name }));

  return (
    <div className="stack">
      <div className="panel admin-form">
        <div className="field">
          <label htmlFor={ids.tour}>{t('palette.tour')}</label>
          <Select
            id={ids.tour}
            showSearch={filter}
            value={tour || undefined}
            options={(tours ?? []).map(({ id, title }) => ({
              value: id,
              label: title || t('plan.untitled'),
            }))}
            onChange={(next) => {
              setChosen(next);
              setTeam('');
            }}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.account}>{t('admin.giveTo')}</label>
          <Select
            id={ids.account}
            showSearch={filter}
            value={account}
            options={accounts
              .filter(({ disabled, role }) => !disabled && role !== 'administrator')
              .map(({ id, name, login }) => ({ value: id, label: `${name} ${login}` }))}
            onChange={setAccount}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.team}>{t('admin.howMuch')}</label>
          <Select
            id={ids.team}
            value={team}
            options={[
              { value: '', label: t('admin.wholeTour') },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setTeam}
          />
        </div>
        <Button type="primary" disabled={!account || tour === ''} onClick={() => once(give)}>
          {t('admin.give')}
        </Button>
      </div>
      <ListState list={list} />
      {deed.said}
      {list.value && (
        <ListTable
          rows={seeing}
          rowKey="key"
          empty={t('admin.nobodySees')}
          scroll={{ x: 760 }}
          columns={[
            {
              title: t('admin.name'),
              render: (_, { account: { name, login } }: Seeing) => <AccountName name={name} login={login} />,
            },
            {
              title: t('admin.role'),
              width: 110,
              render: (_, { account: { role } }: Seeing) => t(`office.roles.${role}`),
            },
            {
              title: t('admin.why'),
              width: 200,
              render: (_, { why }: Seeing) => t(`admin.whys.${why}`),
            },
            {
              title: t('admin.howMuch'),
              width: 180,
              render: (_, { team: of }: Seeing) =>
                of === '' ? t('admin.wholeTour') : (teamName.get(of) ?? t('admin.unknownTeam')),
            },
            {
              title: t('admin.actions'),
              width: 130,
              render: (_, line: Seeing) =>
                (line.why === 'given' || line.why === 'made') && (
                  <Button
                    danger
                    aria-label={t('admin.takeFrom', { name: line.account.name })}
                    onClick={() => once(() => take(line))}
                  >
                    {t('admin.take')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <p className="soft">{t('admin.grantsHint')}</p>
    </div>
  );
}
