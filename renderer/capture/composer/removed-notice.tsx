import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../data/store-context';
import { type Removed, RemovedContext } from '../drafts/use-say-removed';

/** Says what was just deleted, with the way back; everything inside may report to it. */
export function RemovedNotice({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const store = useStore();
  const [removed, setRemoved] = useState<Removed | null>(null);

  function bringBack({ kind, id, tour }: Removed) {
    setRemoved(null);
    void store.save([{ kind, id, tour, values: { deleted: false } }]);
  }

  return (
    <RemovedContext value={setRemoved}>
      <output className="removed">
        {removed && (
          <>
            <span className="cut">
              {t('capture.removed', { kind: t(`stop.${removed.kind}`), text: removed.text.slice(0, 40) })}
            </span>
            <Button icon={<UndoOutlined />} onClick={() => bringBack(removed)}>
              {t('capture.bringBack')}
            </Button>
          </>
        )}
      </output>
      {children}
    </RemovedContext>
  );
}
