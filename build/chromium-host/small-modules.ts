import type { Clipboard, CrashReporter, Display, PowerMonitor, Screen } from 'electron';
import { guard } from './guard';
import { GuardedEmitter } from './guarded-emitter';

/** Modules that answer plausibly and do nothing. */

/** A clipboard of the process's own: a test must not see or overwrite the person's. */
export function createClipboard(): object {
  let text = '';
  return guard('clipboard', {
    readText: () => Promise.resolve(text),
    writeText: async (value: string) => {
      text = value;
    },
    clear: () => {
      text = '';
    },
  } satisfies Partial<Clipboard>);
}

export function createCrashReporter(): object {
  return guard('crashReporter', { start: () => undefined } satisfies Partial<CrashReporter>);
}

const powerEvents = ['suspend', 'resume', 'on-ac', 'on-battery', 'shutdown', 'lock-screen', 'unlock-screen'];

/** Tests raise its events with `emit`; the host has no source for them. */
class HostPowerMonitor
  extends GuardedEmitter
  implements Pick<PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower'>
{
  constructor() {
    super('powerMonitor', powerEvents);
  }

  getSystemIdleTime(): number {
    return 0;
  }

  getSystemIdleState(): 'active' {
    return 'active';
  }

  isOnBatteryPower(): boolean {
    return false;
  }
}

export function createPowerMonitor(): object {
  return new HostPowerMonitor();
}

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = {
  id: 1,
  scaleFactor: 1,
  rotation: 0,
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
} satisfies Partial<Display>;

class HostScreen extends GuardedEmitter {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }

  getPrimaryDisplay(): object {
    return guard('Display', display);
  }

  getAllDisplays(): object[] {
    return [this.getPrimaryDisplay()];
  }

  getDisplayMatching(): object {
    return this.getPrimaryDisplay();
  }

  getDisplayNearestPoint(): object {
    return this.getPrimaryDisplay();
  }

  getCursorScreenPoint(): { readonly x: number; readonly y: number } {
    return { x: 0, y: 0 };
  }
}

export function createScreen(): object {
  return new HostScreen() satisfies Partial<Record<keyof Screen, unknown>>;
}
