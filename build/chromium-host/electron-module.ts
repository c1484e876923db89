import { App } from './app';
import { AppProtocol } from './app-protocol';
import type { BrowserWindow } from './browser-window';
import { createBrowserWindowClass } from './browser-window-class';
import type { StartArguments } from './command-line';
import { createDialog } from './dialog';
import { absentModule, guard } from './guard';
import type { Host } from './host';
import { IpcMain } from './ipc-main';
import { Menu, MenuItem } from './menu';
import { NativeTheme } from './native-theme';
import { createNet } from './net';
import { OpenWindows } from './open-windows';
import { createSafeStorage } from './safe-storage';
import { createSessionModule, Session } from './session';
import { createShell } from './shell';
import { createClipboard, createCrashReporter, createPowerMonitor, createScreen } from './small-modules';
import { createUtilityProcess } from './utility-process';

type ElectronName = keyof typeof Electron.CrossProcessExports;

/** Modules that the host lacks. They can be imported, since ES imports are checked by name; any use throws. */
const absent = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'contentTracing',
  'desktopCapturer',
  'globalShortcut',
  'ImageView',
  'inAppPurchase',
  'MessageChannelMain',
  'nativeImage',
  'netLog',
  'Notification',
  'pushNotifications',
  'powerSaveBlocker',
  'ShareMenu',
  'systemPreferences',
  'TouchBar',
  'Tray',
  'View',
  'webFrameMain',
  'WebContentsView',
] as const satisfies readonly ElectronName[];

export interface HostedElectron {
  readonly app: App;
  /** What `require('electron')` gives in the main process. */
  readonly electron: Readonly<Record<string, unknown>>;
}

/** Builds the stand-in for the `electron` package. Starts nothing. */
export function createElectron(start: StartArguments): HostedElectron {
  const windows = new OpenWindows<BrowserWindow>();
  const app = new App(start, windows);
  const protocol = guard('protocol', new AppProtocol(() => app.hostIsStarted()));
  const session = new Session(app, protocol);
  const ipcMain = new IpcMain('ipcMain');
  const host: Host = { app, windows, protocol, session, ipcMain, nativeTheme: new NativeTheme() };
  session.hostPermissionsChanged = () => {
    for (const { webContents } of windows.list()) webContents.applyPermissions().catch(() => undefined);
  };
  const present = {
    app,
    protocol,
    ipcMain,
    Menu: guard('Menu', Menu),
    MenuItem,
    nativeTheme: host.nativeTheme,
    BrowserWindow: createBrowserWindowClass(host),
    webContents: createWebContentsModule(windows),
    session: createSessionModule(app, session),
    dialog: createDialog(() => app.getPath('downloads')),
    shell: createShell(),
    safeStorage: createSafeStorage(),
    net: createNet(protocol),
    clipboard: createClipboard(),
    crashReporter: createCrashReporter(),
    powerMonitor: createPowerMonitor(),
    screen: createScreen(),
    utilityProcess: createUtilityProcess(),
  } satisfies Partial<Record<ElectronName, unknown>>;
  const missing = Object.fromEntries(absent.map((name) => [name, absentModule(name)]));
  return { app, electron: { ...present, ...missing } };
}

function createWebContentsModule(windows: OpenWindows<BrowserWindow>): object {
  const all = (): BrowserWindow['webContents'][] => windows.list().map(({ webContents }) => webContents);
  return guard('webContents', {
    getAllWebContents: all,
    getFocusedWebContents: () => windows.list().find((window) => window.isFocused())?.webContents ?? null,
    fromId: (id: number) => all().find((contents) => contents.id === id),
    fromDevToolsTargetId: (targetId: string) => all().find((contents) => contents.hostTargetId === targetId),
  });
}
