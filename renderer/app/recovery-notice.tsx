import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Look } from './look';

/** Says once that the database was rebuilt. An empty list must never show without saying why. */
export function RecoveryNotice({ recovered }: { readonly recovered: number }) {
  const [open, setOpen] = useState(true);
  return open ? (
    <Look>
      <Notice recovered={recovered} onClose={() => setOpen(false)} />
    </Look>
  ) : null;
}

function Notice({ recovered, onClose }: { readonly recovered: number; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      banner
      type="warning"
      role="alert"
      title={t('trouble.recovered', { n: recovered })}
      description={t('trouble.recoveredHint')}
      action={<Button onClick={onClose}>{t('trouble.dismiss')}</Button>}
    />
  );
}
