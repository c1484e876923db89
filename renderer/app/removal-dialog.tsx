import { Alert, Button, Checkbox, Modal } from 'antd';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitCount } from '../../shared/sync/laptop-store';
import { usePlaces } from '../data/outgoing/use-places';
import { useStore } from '../data/store-context';

interface RemovalDialogProps {
  readonly asked: VisitCount;
  readonly onClose: () => void;
}

/** What the server would have this laptop remove, by name and number; it takes a tick and a button to agree, and none to keep. */
export function RemovalDialog({ asked, onClose }: RemovalDialogProps) {
  const { t } = useTranslation();
  const store = useStore();
  const [sure, setSure] = useState(false);
  const lost = useLiveQuery(async () => (await store.database.progress.get('progress'))?.lost ?? [], [store]);
  const names = usePlaces(lost ?? [], [])?.tours;
  return (
    <Modal
      open
      title={t('removal.title')}
      onCancel={onClose}
      footer={[
        <Button key="keep" type="primary" onClick={onClose}>
          {t('removal.keep')}
        </Button>,
        <Button
          key="remove"
          danger
          disabled={!sure}
          onClick={() => void store.agreeToRemoval(lost ?? []).then(onClose)}
        >
          {t('removal.remove')}
        </Button>,
      ]}
    >
      <div className="stack">
        <p>{t('removal.text', { n: asked.lost, of: asked.all })}</p>
        <ul className="removal-tours">
          {(lost ?? []).map((scope) => (
            <li key={scope}>{names?.get(scope) || t('plan.untitled')}</li>
          ))}
        </ul>
        <Alert type="warning" showIcon title={t('removal.advice')} />
        <Checkbox checked={sure} onChange={(event) => setSure(event.target.checked)}>
          {t('removal.sure', { n: asked.lost })}
        </Checkbox>
      </div>
    </Modal>
  );
}
