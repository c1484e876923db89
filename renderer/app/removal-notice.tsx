import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../data/observable';
import { useStore } from '../data/store-context';
import { RemovalDialog } from './removal-dialog';

/** The server would take much from this laptop: said on every page until somebody has decided. Nothing goes before that. */
export function RemovalNotice() {
  const { t } = useTranslation();
  const store = useStore();
  const asked = useObservable(store.removal);
  const [open, setOpen] = useState(false);
  if (!asked) return null;
  return (
    <>
      <Alert
        banner
        type="warning"
        role="alert"
        title={t('removal.notice', { n: asked.lost })}
        action={<Button onClick={() => setOpen(true)}>{t('removal.look')}</Button>}
      />
      {open && <RemovalDialog asked={asked} onClose={() => setOpen(false)} />}
    </>
  );
}
