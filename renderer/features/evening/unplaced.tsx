import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Photos of the tour that belong to no stop: no team is told of them, so somebody has to place them first. */
export function Unplaced({ tour, n }: { readonly tour: string; readonly n: number }) {
  const { t } = useTranslation();
  if (n === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('evening.unplaced', { n })}
      action={<Link to={`/tours/${tour}/photos`}>{t('evening.placeThem')}</Link>}
    />
  );
}
