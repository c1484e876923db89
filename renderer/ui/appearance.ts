import { useSyncExternalStore } from 'react';

export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;
export const sizeChoices = ['normal', 'large', 'huge'] as const;

/** How this computer shows the window. Not a record: it neither travels nor is it worth a journal entry. */
export interface Appearance {
  readonly language: 'zh' | 'en';
  readonly theme: (typeof themeChoices)[number];
  readonly size: (typeof sizeChoices)[number];
}

const key = 'xunji.appearance';
const usual: Appearance = { language: 'zh', theme: 'system', size: 'normal' };
const listeners = new Set<() => void>();
let current: Appearance | undefined;

export function readAppearance(): Appearance {
  current ??= parse(localStorage.getItem(key));
  return current;
}

export function writeAppearance(change: Partial<Appearance>): void {
  current = { ...readAppearance(), ...change };
  localStorage.setItem(key, JSON.stringify(current));
  for (const listener of listeners) listener();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, readAppearance);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', readAgain);
  return () => listeners.delete(listener);
}

/** What another window of this laptop has chosen holds here, too. */
function readAgain(event: StorageEvent): void {
  if (event.key !== key) return;
  current = undefined;
  for (const listener of listeners) listener();
}

/** Tolerant on purpose: what an older or newer version left here must never keep the window from opening. */
function parse(text: string | null): Appearance {
  const stored = readJson(text ?? '{}');
  return {
    language: stored['language'] === 'en' ? 'en' : usual.language,
    theme: themeChoices.find((choice) => choice === stored['theme']) ?? usual.theme,
    size: sizeChoices.find((choice) => choice === stored['size']) ?? usual.size,
  };
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
