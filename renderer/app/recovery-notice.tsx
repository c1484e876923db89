import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recovery } from '../data/recover';
import { Look } from './look';

/** Says once what was found damaged at the start. An empty list must never show without saying why. */
export function RecoveryNotice({ recovery }: { readonly recovery: Recovery }) {
  const { t } = useTranslation();
  const { recovered, journalDamaged } = recovery;
  return (
    <Look>
      {recovered > 0 && (
        <Notice title={t('trouble.recovered', { n: recovered })} hint={t('trouble.recoveredHint')} />
      )}
      {journalDamaged && (
        <Notice title={t('trouble.journalDamaged')} hint={t('trouble.journalDamagedHint')} />
      )}
    </Look>
  );
}

function Notice({ title, hint }: { readonly title: string; readonly hint: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(true);
  if (!open) return null;
  return (
    <Alert
      banner
      type="warning"
      role="alert"
      title={title}
      description={hint}
      action={<Button onClick={() => setOpen(false)}>{t('trouble.dismiss')}</Button>}
    />
  );
}
