import { absentModule, guard, notInHost } from '../guard';
import { openBridgeEnd } from './bridge-end';
import { createIpcRenderer } from './ipc-renderer';
import { bindingName, type ToHost } from './messages';

/** What the host knows and the preload may see. */
export interface WorldSettings {
  readonly secret: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly argv: readonly string[];
}

type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void;

/** Runs in the isolated world before the page's scripts: gives the preload what a sandboxed preload has. */
export function startIsolatedWorld(settings: WorldSettings, preload: Preload): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const rawSend = scope[bindingName] as ((text: string) => void) | undefined;
  delete scope[bindingName];
  // Electron runs preloads in the top frame only; blank pages are the host's own scaffolding.
  if (!rawSend || window.top !== window || /^(about|data|chrome-error):$/.test(location.protocol)) return;
  const tellHost = (message: ToHost): void => rawSend(JSON.stringify(message));

  const bridge = openBridgeEnd(settings.secret, 'preload', () => undefined);
  const electron = guard('renderer', {
    ipcRenderer: createIpcRenderer(tellHost),
    contextBridge: guard('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api),
    }),
    webFrame: absentModule('webFrame'),
    webUtils: absentModule('webUtils'),
  });
  const requireElectron = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw notInHost(`preload require('${name}')`);
  };
  reportWindowEvents(tellHost);
  const module = { exports: {} };
  try {
    preload(requireElectron, module, module.exports, sandboxedProcess(settings));
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    tellHost({ kind: 'preload-error', message, stack: stack ?? message });
  }
}

function sandboxedProcess({ versions, platform, argv }: WorldSettings): object {
  return { type: 'renderer', contextIsolated: true, sandboxed: true, env: {}, versions, platform, argv };
}

/** CDP has no events for the window's size and focus, the page has. */
function reportWindowEvents(tellHost: (message: ToHost) => void): void {
  for (const event of ['resize', 'focus', 'blur'] as const) {
    window.addEventListener(event, ({ target }) => {
      if (target !== window) return;
      const bounds = { x: screenX, y: screenY, width: outerWidth, height: outerHeight };
      tellHost({ kind: 'window', event, bounds });
    });
  }
}
