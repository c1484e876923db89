import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { problem } from '../shared/problems';
import { plainSeal } from '../shared/sealing/seal';
import { App } from './app/app';
import { RecordingPart } from './app/recording-part';
import { RecoveryNotice } from './app/recovery-notice';
import { StartFailed } from './app/start-failed';
import { Starting } from './app/starting';
import { startWatchLoop } from './data/bundles/watch-loop';
import { callBridge } from './data/call-bridge';
import { openDatabase } from './data/database';
import { checkBehind, recover } from './data/recover';
import { createStore } from './data/store';
import { StoreContext } from './data/store-context';
import { flushUnsaved, reloadWhenSaved, saveBeforeClosing } from './data/unsaved-fields';
import { giveSheetsTheNonce } from './ui/page-nonce';

/** Fewer changes than this are read before anybody could read what is said of them. */
const worthTelling = 3000;

giveSheetsTheNonce();
const root = createRoot(document.getElementById('root') as HTMLElement);

/**
 * Brings the database level with the journal, then shows the app. An empty or older database is noticed before anything is
 * shown, rows missing from a full one a few seconds later.
 */
async function start(): Promise<void> {
  const described = await callBridge('device.describe', {});
  if (!described.ok) return root.render(<StartFailed problem={described.problem} />);
  const database = openDatabase();
  const seal = plainSeal;
  const recovered = await recover(database, seal, (read, of) => {
    if (of >= worthTelling) root.render(<Starting read={read} of={of} />);
  });
  if (!recovered.ok) return root.render(<StartFailed problem={recovered.problem} />);
  const store = createStore({
    ...described.value,
    database,
    seal,
    clock: Date.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  startWatchLoop(store);
  saveBeforeClosing(window);
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
  if (recovered.value.recovered > 0) return; // made anew, and read through already
  const checked = await checkBehind(database, seal, nextIdle);
  if (checked.ok && checked.value === 'whole') return;
  // What is being typed goes into the journal first; the next start makes the database again from there, and says so.
  if (checked.ok) return reloadWhenSaved(window, nextSecond);
  await flushUnsaved();
  root.render(<StartFailed problem={checked.problem} />);
}

function nextSecond(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1000);
  });
}

/** After the frame, when nobody types or scrolls; after a quarter of a second in any case. */
function nextIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 250 }));
}

start().catch((error: unknown) => {
  void callBridge('log.error', {
    message: String(error),
    stack: error instanceof Error ? (error.stack ?? '') : '',
  });
  root.render(<StartFailed problem={problem('internal.bug')} />);
});
