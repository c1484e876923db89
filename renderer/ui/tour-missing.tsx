import { FileSearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyNote } from './empty-note';

/** The page of a tour that is not, or not yet, on this laptop, and the way back to those that are. */
export function TourMissing() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <main className="page">
      <EmptyNote
        icon={<FileSearchOutlined />}
        title={t('overview.notThere')}
        hint={t('overview.notThereHint')}
        action={<Button onClick={() => void navigate('/')}>{t('overview.back')}</Button>}
      />
    </main>
  );
}
