import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { problem } from '../shared/problems';
import { plainSeal } from '../shared/sealing/seal';
import { App } from './app/app';
import { RecordingPart } from './app/recording-part';
import { RecoveryNotice } from './app/recovery-notice';
import { StartFailed } from './app/start-failed';
import { callBridge } from './data/call-bridge';
import { openDatabase } from './data/database';
import { recover } from './data/recover';
import { createStore } from './data/store';
import { StoreContext } from './data/store-context';
import { saveBeforeClosing } from './data/unsaved-fields';
import { giveSheetsTheNonce } from './ui/page-nonce';

giveSheetsTheNonce();
const root = createRoot(document.getElementById('root') as HTMLElement);

/** Brings the database level with the journal, then shows the app; nothing is shown that might be an incomplete list. */
async function start(): Promise<void> {
  const described = await callBridge('device.describe', {});
  if (!described.ok) return root.render(<StartFailed problem={described.problem} />);
  const database = openDatabase();
  const seal = plainSeal;
  const recovered = await recover(database, seal);
  if (!recovered.ok) return root.render(<StartFailed problem={recovered.problem} />);
  const store = createStore({
    ...described.value,
    database,
    seal,
    clock: Date.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  saveBeforeClosing();
  root.render(
    <StrictMode>
      <StoreContext.Provider value={store}>
        <RecoveryNotice recovery={recovered.value} />
        <RecordingPart>
          <App store={store} />
        </RecordingPart>
      </StoreContext.Provider>
    </StrictMode>,
  );
}

start().catch((error: unknown) => {
  void callBridge('log.error', {
    message: String(error),
    stack: error instanceof Error ? (error.stack ?? '') : '',
  });
  root.render(<StartFailed problem={problem('internal.bug')} />);
});
