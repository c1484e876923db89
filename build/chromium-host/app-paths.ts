import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Electron keeps things, by the platform's custom. `name` is the app's name. */
export function defaultPath(kind: string, name: string, overrides: ReadonlyMap<string, string>): string {
  const own = overrides.get(kind);
  if (own !== undefined) return own;
  const other = (next: string): string => defaultPath(next, name, overrides);
  switch (kind) {
    case 'home':
      return homedir();
    case 'appData':
      return appData();
    case 'userData':
      return join(other('appData'), name);
    case 'sessionData':
      return other('userData');
    case 'logs':
      return process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Logs', name)
        : join(other('userData'), 'logs');
    case 'crashDumps':
      return join(other('userData'), 'Crashpad');
    case 'temp':
      return tmpdir();
    case 'exe':
      return process.execPath;
    case 'desktop':
    case 'documents':
    case 'downloads':
    case 'music':
    case 'pictures':
    case 'videos':
      return join(homedir(), kind.charAt(0).toUpperCase() + kind.slice(1));
    default:
      throw new Error(`Failed to get '${kind}' path`);
  }
}

function appData(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
}
