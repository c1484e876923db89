import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { JoinedOffice } from '../../../shared/protocol/office-calls';
import { EmptyNote } from '../../ui/empty-note';

/** Why there is nothing to administrate from here, and what to do. */
export function NoAccess({ joined }: { readonly joined: JoinedOffice | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <main className="page admin">
      <h1>{t('admin.title')}</h1>
      <EmptyNote
        icon={<LockOutlined />}
        title={t(joined ? 'admin.notAdministrator' : 'admin.notJoined')}
        hint={
          joined
            ? t('admin.notAdministratorHint', { name: joined.name, role: t(`office.roles.${joined.role}`) })
            : t('admin.notJoinedHint')
        }
        action={
          <Button type="primary" onClick={() => void navigate('/settings')}>
            {t('admin.toSettings')}
          </Button>
        }
      />
    </main>
  );
}
