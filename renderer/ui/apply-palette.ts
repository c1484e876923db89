import { type ThemeName, palettes } from './palettes';

/** Puts the palette and the type size where the style sheets read them: `--ink`, `--line`, … and 1rem. */
export function applyPalette(root: HTMLElement, name: ThemeName, size: number): void {
  for (const [key, value] of Object.entries(palettes[name])) {
    root.style.setProperty(`--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
  root.style.setProperty('--stroke', name === 'contrast' ? '2px' : '1px');
  root.style.fontSize = `${size}px`;
  root.dataset['theme'] = name;
  // Native controls (date and time pickers, scroll bars) take their colours from here.
  root.style.colorScheme = name === 'dark' ? 'dark' : 'light';
}
