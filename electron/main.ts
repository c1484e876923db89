import { randomBytes } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow, app, dialog, shell } from 'electron';
import { newId } from '../shared/ids/new-id';
import { localLabel } from '../shared/local-label';
import { nodeFileSystem } from '../shared/node/file-system';
import { openJournal } from '../shared/node/journal';
import { plainSeal } from '../shared/sealing/seal';
import { adminCalls } from './calls/admin-calls';
import { attachmentCalls } from './calls/attachment-calls';
import { bundleCalls } from './calls/bundle-calls';
import { passable } from './bundles/passable';
import { openBundles } from './bundles/open-bundles';
import { openBundleReader } from './bundles/open-bundle-reader';
import { checkCalls } from './calls/check-calls';
import { deviceCalls } from './calls/device-calls';
import { diskCalls } from './calls/disk-calls';
import { importCalls } from './calls/import-calls';
import { fileCalls } from './calls/file-calls';
import { recordingCalls } from './calls/recording-calls';
import { documentCalls } from './calls/document-calls';
import { officeCalls } from './calls/office-calls';
import { hubCalls } from './calls/hub-calls';
import { journalCalls } from './calls/journal-calls';
import { syncCalls } from './calls/sync-calls';
import { tableCalls } from './calls/table-calls';
import { tourCalls } from './calls/tour-calls';
import { dataPaths } from './data-paths';
import { printPdfInWindow } from './documents/print-pdf-window';
import { createPrintPages } from './documents/print-pages';
import { dropForeignLock } from './drop-foreign-lock';
import { errorLog } from './error-log';
import { openAttachmentStore } from './files/attachment-store';
import { createDiskReserve } from './files/disk-reserve';
import { openRecordingStore } from './files/recording-store';
import { trackArrivals } from './files/arrivals';
import { openPartialFiles } from './files/partial-files';
import { openPictureCache } from './files/picture-cache';
import { sweepTemporary } from './files/sweep-temporary';
import { openUnfinishedUploads } from './files/unfinished-uploads';
import { forgetIfMarked, markForgotten } from './files/forget-database';
import { createHubFinder } from './hub/hub-finder';
import { lanAddress } from './hub/lan-address';
import { type OwnHub, openHub } from './hub/open-hub';
import { startUtilityHub } from './hub/start-utility-hub';
import { answerCalls } from './ipc';
import { changeJournal } from './journal/change-journal';
import { openScopeForgetter } from './journal/forget-scopes';
import { openImportJournal } from './journal/import-journal';
import { createAdministration } from './office/administration';
import { openDataOffice } from './office/data-office';
import { joinByCard } from './office/join-by-card';
import { openConnection } from './office/open-connection';
import { openDevice } from './open-device';
import { declareAppScheme, serveApp } from './serve-app';
import { openShownViews } from './sync/shown-views';
import { openTransfers } from './sync/transfers';
import { openTableReader } from './tables/open-table-reader';
import { startUtilityReader } from './tables/start-utility-reader';
import { guardContents } from './windows/guard-contents';
import { openMainWindow } from './windows/open-main-window';

const id = () => newId(Date.now, randomBytes);
const paths = dataPaths(process.env['XUNJI_HOME'] ?? join(app.getPath('appData'), 'Xunji'));
const logError = errorLog(paths.log, () => new Date().toISOString());

app.setPath('userData', paths.profile);
dropForeignLock(paths.profile);
app.enableSandbox();
declareAppScheme();
process.on('uncaughtException', (error) => logError('main', error));

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
  app.on('window-all-closed', () => app.quit());
  start().catch((error: unknown) => {
    logError('start', error);
    // A box, because nobody reads the standard error of a program that was started by its icon.
    dialog.showErrorBox('巡记无法启动 Xunji cannot start', String(error));
    app.exit(1);
  });
} else {
  app.quit();
}

async function start(): Promise<void> {
  const fileSystem = nodeFileSystem;
  const dataOffice = await openDataOffice(fileSystem, paths);
  await forgetIfMarked(fileSystem, paths);
  await sweepTemporary(fileSystem, [paths.root, paths.recordings, paths.journal]);
  const device = await openDevice(fileSystem, paths, id);
  const journal = await openJournal({
    directory: paths.journal,
    fileSystem,
    seal: plainSeal,
    newGeneration: id(),
  });
  const files = await openAttachmentStore(fileSystem, paths.files, id);
  const reserve = createDiskReserve({
    fileSystem,
    path: paths.reserve,
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(paths.root);
      return bavail * bsize;
    },
  });
  const changes = changeJournal(journal, reserve.makeRoom, reserve.hasRoomForFiles);
  const imports = openImportJournal({
    fileSystem,
    directory: paths.imports,
    seal: plainSeal,
    changes,
    hasRoom: reserve.hasRoomForFiles,
    newId: id,
  });
  await imports.finish();
  const thumbs = openPictureCache(fileSystem, paths.thumbs, id);
  const prints = openPictureCache(fileSystem, paths.prints, id);
  const arrivals = trackArrivals();
  const partialFolders = { server: join(paths.files, 'partial'), hub: paths.hubPartial };
  const forgetter = openScopeForgetter({
    fileSystem,
    path: paths.forgetting,
    journal,
    files,
    pictures: [thumbs, prints],
    partials: Object.values(partialFolders),
    arrivals,
  });
  // What a full disk or the like forbids now is done at another start.
  await forgetter.finish().catch((error: unknown) => logError('forgetting', error));
  const shown = await openShownViews(fileSystem, paths.shown);
  const recordings = await openRecordingStore(fileSystem, paths.recordings, id);
  const moving = {
    thumbs,
    unfinished: await openUnfinishedUploads(fileSystem, paths.uploads, (error) => logError('uploads', error)),
    partials: await openPartialFiles(fileSystem, partialFolders.server, files.pathOf, Date.now),
    arrivals,
    transfers: openTransfers(
      () => device.settings().transfers,
      // Not the clock of the day: set back a day, it would hold every file for a day.
      () => performance.now(),
      (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
    ),
  };
  const bundles = await openBundles({
    fileSystem,
    paths,
    seal: plainSeal,
    device: device.id,
    journal: changes,
    generation: journal.generation,
    files,
    reader: openBundleReader(startUtilityReader(join(import.meta.dirname, 'bundle-reader.js'))),
    userName: () => device.settings().userName,
    office: () => dataOffice.owner()?.id ?? null,
    now: () => localLabel(new Date()),
    ticks: () => performance.now(),
    newId: id,
    hasRoom: reserve.hasRoomForFiles,
  });
  await app.whenReady();
  const { connection, membership } = await openConnection({
    fileSystem,
    path: paths.office,
    keys: bundles.keys,
    settings: device.settings,
    now: () => performance.now(),
  });
  const laptop = { name: hostname(), version: app.getVersion() };
  const joined = membership.get();
  // Also where the laptop has learnt meanwhile what the office's server signs with.
  if (joined && !dataOffice.owner()?.id && dataOffice.accepts(joined)) await dataOffice.claim(joined);
  await joinByCard(process.env['XUNJI_JOIN'], membership, dataOffice, bundles.keys, laptop);
  const hubLine = await openConnection({
    fileSystem,
    path: paths.hubMembership,
    keys: bundles.keys,
    settings: device.settings,
    now: () => performance.now(),
  });
  const finder = createHubFinder((error) => logError('mdns', error));
  const nameForTeam = () => {
    const { userName } = device.settings();
    return { name: userName ? `${userName} (${hostname()})` : hostname(), version: app.getVersion() };
  };
  const hub = await openHub({
    fileSystem,
    directory: paths.hub,
    start: startUtilityHub(join(import.meta.dirname, '../server/hub.js'), logError),
    announce: finder.announce,
    // Tests, and whoever wants one of several networks.
    address: (last) => process.env['XUNJI_HUB_HOST'] || lanAddress(networkInterfaces(), last),
    name: () => device.settings().userName || hostname(),
    keys: bundles.keys,
    membership: hubLine.membership,
    laptop: nameForTeam,
    onError: logError,
  });
  endWithHub(hub);
  void hub.resume();
  const hubMoving = {
    connection: hubLine.connection,
    store: files,
    unfinished: await openUnfinishedUploads(fileSystem, paths.hubUploads, (error) =>
      logError('hub uploads', error),
    ),
    partials: await openPartialFiles(fileSystem, partialFolders.hub, files.pathOf, Date.now),
    arrivals,
    transfers: moving.transfers,
    hasRoom: reserve.hasRoomForFiles,
    wait: (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis)),
  };
  const engine = process.versions['electron'] ? `Electron ${process.versions['electron']}` : 'Chromium';
  const readTables = openTableReader(startUtilityReader(join(import.meta.dirname, 'table-reader.js')));
  guardContents();
  const printing = createPrintPages();
  serveApp(
    join(import.meta.dirname, '../renderer'),
    { files: files.pathOf, thumbs: thumbs.pathOf },
    printing,
  );
  answerCalls(
    {
      ...deviceCalls(
        { device: device.id, version: app.getVersion(), engine },
        device.settings,
        device.keepSettings,
        logError,
      ),
      ...importCalls(imports),
      ...journalCalls(
        journal,
        changes,
        () => markForgotten(fileSystem, paths),
        imports.settle,
        {
          async forget(input) {
            // First: nobody may take for being here what is about to go.
            await bundles.forget(input.scopes);
            const gone = await forgetter.forget(input);
            // Where it stays noted, an empty tour may once more be called lost.
            if (gone.ok)
              await shown.forget(input.scopes).catch((error: unknown) => logError('shown views', error));
            return gone;
          },
        },
        bundles,
      ),
      ...diskCalls(reserve, logError),
      ...attachmentCalls(files, connection, moving, reserve.hasRoomForFiles),
      ...bundleCalls(bundles, connection, id),
      ...checkCalls(paths.root, import.meta.filename, connection),
      ...(await fileCalls(fileSystem, paths.opened, paths.copies, files, thumbs, id)),
      ...recordingCalls(recordings),
      ...officeCalls({ membership, dataOffice, keys: bundles.keys, laptop, quit: () => app.quit() }),
      ...adminCalls(
        createAdministration(connection, membership.get, bundles.keys, () => performance.now(), {
          open: (url) => shell.openExternal(url),
          wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
        }),
        membership.get,
      ),
      ...syncCalls(connection, { device: device.id, version: laptop.version }, changes, bundles, shown),
      ...hubCalls({
        own: hub,
        finder,
        membership: hubLine.membership,
        keys: bundles.keys,
        laptop: nameForTeam,
        passable: (asked) => passable(asked, bundles, changes),
        moving: hubMoving,
      }),
      ...tableCalls(fileSystem, files, readTables, id, reserve.hasRoomForFiles),
      ...tourCalls(fileSystem, files),
      ...documentCalls(fileSystem, paths.documents, { files, prints }, printPdfInWindow(printing, id), id),
    },
    logError,
  );
  openMainWindow(join(import.meta.dirname, 'preload.cjs'), logError);
}

/** Its database is closed before the app is gone, or the next start would have to make it again. */
function endWithHub(hub: OwnHub): void {
  app.on('will-quit', (event) => {
    if (!hub.isRunning()) return;
    event.preventDefault();
    void hub.end().finally(() => app.exit(0));
  });
}
