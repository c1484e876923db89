import { useSyncExternalStore } from 'react';
import { useAppearance } from './appearance';
import type { ThemeName } from './palettes';

/** The theme to show now: what was chosen, or what the computer asks for. */
export function useThemeName(): ThemeName {
  const { theme } = useAppearance();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(prefers-contrast: more)');
  if (theme !== 'system') return theme;
  return contrast ? 'contrast' : dark ? 'dark' : 'light';
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
