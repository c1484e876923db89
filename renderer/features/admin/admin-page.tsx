import { Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { JoinedOffice } from '../../../shared/protocol/office-calls';
import { AdminContext, useAdminSession } from '../../data/admin/admin-session';
import { useOffice } from '../../data/use-office';
import { AccountsPanel } from './accounts-panel';
import './admin-page.css';
import { AuditPanel } from './audit-panel';
import { BackupsPanel } from './backups-panel';
import { DevicesPanel } from './devices-panel';
import { GrantsPanel } from './grants-panel';
import { NoAccess } from './no-access';
import { OfficePanel } from './office-panel';
import { SignInPanel } from './sign-in-panel';

const panels = {
  accounts: AccountsPanel,
  devices: DevicesPanel,
  grants: GrantsPanel,
  audit: AuditPanel,
  backups: BackupsPanel,
  office: OfficePanel,
} as const;

const names = Object.keys(panels) as (keyof typeof panels)[];

/** Who belongs to the office and what its server keeps, for administrators. */
export function AdminPage() {
  const { joined } = useOffice();
  if (joined === undefined) return null;
  if (joined?.role !== 'administrator') return <NoAccess joined={joined} />;
  return <Administration key={joined.login} joined={joined} />;
}

function Administration({ joined }: { readonly joined: JoinedOffice }) {
  const { t } = useTranslation();
  const session = useAdminSession();
  const [search, setSearch] = useSearchParams();
  const shown = names.find((name) => name === search.get('tab')) ?? 'accounts';
  const Panel = panels[shown];
  if (!session.state) return null;
  return (
    <AdminContext value={session}>
      <main className="page admin">
        <div className="page-head">
          <div>
            <h1>{t('admin.title')}</h1>
            <p className="soft">{joined.office || joined.serverUrl}</p>
          </div>
          {session.state.isSignedIn && (
            <div className="page-actions">
              <Button onClick={() => void session.signOut()}>{t('admin.signOut')}</Button>
            </div>
          )}
        </div>
        {session.state.isSignedIn ? (
          <Tabs
            activeKey={shown}
            onChange={(tab) => setSearch({ tab })}
            items={names.map((name) => ({
              key: name,
              label: t(`admin.tabs.${name}`),
              children: name === shown && <Panel />,
            }))}
          />
        ) : (
          <SignInPanel joined={joined} />
        )}
      </main>
    </AdminContext>
  );
}
