import type { zhHelp } from '../locales/zh-help';

interface Shortcut {
  /** As on the keys; two in a list do the same. */
  readonly keys: readonly string[];
  readonly does: keyof typeof zhHelp.keys;
}

/** Every key that does something, by the part of the app in which it does. Whoever adds a key adds it here: a test reads the code. */
export const shortcuts: Readonly<Record<keyof typeof zhHelp.parts, readonly Shortcut[]>> = {
  everywhere: [
    { keys: ['Ctrl+K'], does: 'find' },
    { keys: ['Ctrl+Z'], does: 'undo' },
    { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], does: 'redo' },
    { keys: ['Alt+H'], does: 'history' },
    { keys: ['F1'], does: 'help' },
    { keys: ['Esc'], does: 'close' },
  ],
  stop: [
    { keys: ['Ctrl+1…6'], does: 'kinds' },
    { keys: ['Enter'], does: 'another' },
    { keys: ['Ctrl+7'], does: 'checklist' },
    { keys: ['Ctrl+8'], does: 'photos' },
    { keys: ['Alt+↑', 'Alt+↓'], does: 'walk' },
    { keys: ['Alt+A'], does: 'arrive' },
    { keys: ['Alt+S'], does: 'skip' },
    { keys: ['Alt+1…3'], does: 'grade' },
    { keys: ['Alt+T'], does: 'task' },
    { keys: ['Alt+G'], does: 'sign' },
  ],
  checklist: [
    { keys: ['1…9'], does: 'choose' },
    { keys: ['Enter'], does: 'nextItem' },
    { keys: ['Alt+I'], does: 'issue' },
  ],
  photos: [
    { keys: ['←', '→', '↑', '↓'], does: 'step' },
    { keys: ['Space'], does: 'select' },
    { keys: ['Ctrl+A'], does: 'all' },
    { keys: ['M'], does: 'place' },
    { keys: ['Enter'], does: 'look' },
    { keys: ['E'], does: 'draw' },
    { keys: ['1…3'], does: 'mark' },
    { keys: ['←', '→', '↑', '↓'], does: 'moveMark' },
    { keys: ['Shift+←', 'Shift+→'], does: 'sizeMark' },
    { keys: ['Delete'], does: 'remove' },
  ],
  plan: [
    { keys: ['Alt+Shift+↑', 'Alt+Shift+↓'], does: 'order' },
    { keys: ['Alt+↑', 'Alt+↓'], does: 'rank' },
  ],
  scores: [{ keys: ['Enter', '←', '→', '↑', '↓'], does: 'cell' }],
  builder: [
    { keys: ['↑', '↓'], does: 'item' },
    { keys: ['Alt+↑', 'Alt+↓'], does: 'moveItem' },
    { keys: ['Delete'], does: 'remove' },
  ],
};
