import { succeed } from '../../shared/outcome';
import type { Settings } from '../../shared/protocol/bridge';
import type { CallHandlers } from '../ipc';

export interface DeviceFacts {
  readonly device: string;
  readonly version: string;
  readonly engine: string;
}

export function deviceCalls(
  facts: DeviceFacts,
  settings: () => Settings,
  keepSettings: (next: Settings) => Promise<void>,
  logError: (where: string, error: unknown) => void,
): Pick<CallHandlers, 'device.describe' | 'settings.write' | 'log.error'> {
  return {
    'device.describe': async () => succeed({ ...facts, settings: settings() }),
    'settings.write': async (next) => {
      await keepSettings(next);
      return succeed({});
    },
    'log.error': async ({ message, stack }) => {
      logError('window', `${message}\n${stack}`);
      return succeed({});
    },
  };
}
