import { basename } from 'node:path';
import { type OpenDialogOptions, BrowserWindow, dialog } from 'electron';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { bundleCalls as calls } from '../../shared/protocol/bundle-calls';
import { handInDesk } from '../bundles/hand-in-desk';
import type { Bundles } from '../bundles/open-bundles';
import type { Connection } from '../sync/sync-client';
import { diskProblem } from '../files/disk-problem';
import type { CallHandlers } from '../ipc';
import { readCard, writeCard } from '../keys/card-text';
import { fingerprint } from '../keys/fingerprint';

/** The dialogs belong to main. One bundle is written or read at a time: the others wait, since a stick is slow enough for one. */
export function bundleCalls(
  bundles: Bundles,
  connection: Connection,
  newId: () => string,
): Pick<CallHandlers, keyof typeof calls> {
  const { keys, book, state, opening, writing, watching, work, withheld, userName } = bundles;
  const handing = handInDesk(bundles, connection, newId);
  let last: Promise<unknown> = Promise.resolve();
  let canceling = new AbortController();

  function inTurn<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const done = last.then(() => {
      canceling = new AbortController();
      return run(canceling.signal);
    });
    last = done.catch(() => undefined);
    return done;
  }

  async function keeping(run: () => Promise<void>): Promise<Outcome<Record<string, never>>> {
    try {
      await run();
      return succeed({});
    } catch (error) {
      return fail(diskProblem(error));
    }
  }

  return {
    'bundles.describe': async () => {
      const { log, watch } = state.now();
      return succeed({
        card: writeCard(keys, userName()),
        fingerprint: fingerprint(keys.signingPublic, keys.sealingPublic),
        devices: book.list().map(({ device, name, signing, sealing, revoked }) => ({
          device,
          name,
          fingerprint: fingerprint(signing, sealing),
          revoked,
        })),
        log: [...log],
        watch: { ...watch, folder: basename(watch.folder) },
        watchProblem: watching.problem(),
        work: { ...work },
      });
    },
    'bundles.keepDevice': async ({ card: text }) => {
      const card = readCard(text);
      if (card === null) return fail(problem('bundle.cardWrong'));
      if (card.device === keys.device) return fail(problem('bundle.cardOwn'));
      const kept = await keeping(() => book.keep(card));
      return kept.ok ? succeed({ device: card.device }) : kept;
    },
    'bundles.changeDevice': ({ device, change, unsent }) =>
      keeping(() =>
        change === 'remove' ? book.remove(device) : bundles.revoke(device, change === 'revoke', unsent),
      ),
    'bundles.plan': async (wanted) => {
      const planned = await writing.plan(wanted);
      if (!planned.ok) return planned;
      const { changes, files, bytes, missing } = planned.value;
      return succeed({ changes, files: files.length, bytes, missing });
    },
    'bundles.write': async (wanted) => {
      const folder = await chooseFolder();
      if (folder === '') return succeed({ kind: 'canceled', names: [], bytes: 0, leftOut: 0 });
      const written = await inTurn((signal) => writing.write(wanted, folder, () => signal.aborted));
      if (!written.ok) return written;
      const { names, bytes, leftOut } = written.value;
      return succeed({ kind: 'written', names: [...names], bytes, leftOut });
    },
    'bundles.cancel': async () => {
      canceling.abort();
      return succeed({});
    },
    'bundles.open': async () => {
      const path = await chooseBundle();
      return path === '' ? succeed({ kind: 'canceled' }) : inTurn((signal) => opening.open(path, signal));
    },
    'bundles.trust': (input) => inTurn((signal) => opening.trust(input.opening, input.name, signal)),
    'bundles.look': () => inTurn((signal) => watching.look(signal)),
    'bundles.page': ({ opened, page }) => opening.page(opened, page),
    'bundles.takeFiles': ({ opened }) => opening.takeFiles(opened),
    'bundles.settle': async ({ opened, isWhole }) => {
      try {
        return await opening.settle(opened, isWhole);
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
    'bundles.handIn': () => handing.next(),
    'bundles.handedIn': ({ handed }) => handing.taken(handed),
    'bundles.withheld': async ({ version: known }) => {
      const version = withheld.version();
      if (version === known) return succeed({ version, held: null });
      const held = [...withheld.ids()].flatMap((change) => {
        const why = withheld.find(change);
        return why ? [{ change, problem: why }] : [];
      });
      return succeed({ version, held });
    },
    'bundles.release': ({ changes }) => keeping(() => withheld.release(changes)),
    'bundles.abandon': async ({ opened }) => {
      await opening.abandon(opened);
      return succeed({});
    },
    'bundles.chooseFolder': async ({ none }) => {
      const folder = none ? '' : await chooseFolder();
      if (!none && folder === '') return succeed({});
      return keeping(() =>
        state.change(({ watch }) => ({
          watch: { ...watch, folder, writtenUpTo: 0, writtenReceipts: [] },
        })),
      );
    },
    'bundles.keepWatch': (wanted) =>
      keeping(() =>
        state.change(({ watch }) => ({
          watch: { ...watch, ...wanted, writtenUpTo: 0, writtenReceipts: [] },
        })),
      ),
  };
}

async function chooseFolder(): Promise<string> {
  return choose({ properties: ['openDirectory', 'createDirectory'] });
}

async function chooseBundle(): Promise<string> {
  return choose({
    properties: ['openFile'],
    filters: [
      { name: '巡记数据包 Xunji bundles', extensions: ['xunji'] },
      { name: '所有文件 All files', extensions: ['*'] },
    ],
  });
}

async function choose(options: OpenDialogOptions): Promise<string> {
  const owner = BrowserWindow.getFocusedWindow();
  const chosen = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
  return chosen.canceled ? '' : (chosen.filePaths[0] ?? '');
}
