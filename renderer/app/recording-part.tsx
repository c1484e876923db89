import { Alert } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createRecorder } from '../data/recordings/recorder';
import { RecorderContext } from '../data/recordings/recorder-context';
import { recoverRecordings } from '../data/recordings/recover-recordings';
import { useStore } from '../data/store-context';
import { Look } from './look';

/** The microphone for all that is inside; at the start it makes whole what a crash cut off. */
export function RecordingPart({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const store = useStore();
  const [recorder] = useState(() => createRecorder(store, () => performance.now()));
  const [recovered, setRecovered] = useState(0);
  useEffect(() => {
    // Once for this window: drawing a component twice must not keep a memo twice.
    void recoverOnce(store).then((found) => setRecovered(found.length));
  }, [store]);
  return (
    <RecorderContext.Provider value={recorder}>
      {recovered > 0 && (
        <Look>
          <Alert
            banner
            type="info"
            closable
            title={t('memo.recovered', { n: recovered })}
            onClose={() => setRecovered(0)}
          />
        </Look>
      )}
      {children}
    </RecorderContext.Provider>
  );
}

const begun = new WeakMap<object, ReturnType<typeof recoverRecordings>>();

function recoverOnce(store: Parameters<typeof recoverRecordings>[0]) {
  const running = begun.get(store) ?? recoverRecordings(store);
  begun.set(store, running);
  return running;
}
