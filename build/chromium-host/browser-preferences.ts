import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Preferences = Record<string, unknown>;

/** What a browser would offer over the app's window and an Electron app does not: switched off. */
const wanted: Readonly<Record<string, Preferences>> = {
  translate: { enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  profile: { password_manager_enabled: false },
};

/**
 * Writes the browser's preferences into a profile before the browser starts on it. Switches are not enough:
 * Chromium offers a translation with `--disable-features=Translate` too.
 */
export function writeBrowserPreferences(userData: string): void {
  const file = join(userData, 'Default', 'Preferences');
  mkdirSync(join(userData, 'Default'), { recursive: true });
  const before = existsSync(file) ? read(file) : {};
  const after: Preferences = { ...before, credentials_enable_service: false };
  for (const [name, values] of Object.entries(wanted)) {
    after[name] = { ...(before[name] as Preferences | undefined), ...values };
  }
  writeFileSync(file, JSON.stringify(after));
}

/** A file that a crash left half written is what the browser would throw away as well. */
function read(file: string): Preferences {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Preferences;
  } catch {
    return {};
  }
}
