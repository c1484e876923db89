import type { App } from './app';
import type { AppProtocol } from './app-protocol';
import type { IpcMain } from './ipc-main';
import type { NativeTheme } from './native-theme';
import type { Session } from './session';
import type { BrowserWindow } from './browser-window';
import type { OpenWindows } from './open-windows';

/** The one running app's parts, as windows need them. */
export interface Host {
  readonly app: App;
  readonly windows: OpenWindows<BrowserWindow>;
  readonly protocol: AppProtocol;
  readonly session: Session;
  readonly ipcMain: IpcMain;
  readonly nativeTheme: NativeTheme;
}
