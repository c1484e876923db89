/** The colours of one theme. Text on its ground has at least 4.5:1 (light, dark) or 7:1 (contrast). */
export interface Palette {
  readonly page: string;
  readonly surface: string;
  readonly sunken: string;
  readonly line: string;
  readonly edge: string;
  readonly ink: string;
  readonly soft: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly tint: string;
  readonly good: string;
  readonly goodTint: string;
  readonly warn: string;
  readonly warnTint: string;
  readonly bad: string;
  readonly badTint: string;
  readonly shadow: string;
}

export type ThemeName = 'light' | 'dark' | 'contrast';

export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    page: '#f3f5f6',
    surface: '#ffffff',
    sunken: '#f7f9fa',
    line: '#e1e7ea',
    edge: '#c3ced3',
    ink: '#15232a',
    soft: '#566870',
    accent: '#0c5a73',
    onAccent: '#ffffff',
    tint: '#e5f1f5',
    good: '#1b6b3a',
    goodTint: '#e6f3ea',
    warn: '#8a5300',
    warnTint: '#fdf1dc',
    bad: '#b3261e',
    badTint: '#fceceb',
    shadow: '0 1px 2px rgb(21 35 42 / 6%), 0 4px 16px rgb(21 35 42 / 5%)',
  },
  dark: {
    page: '#0e1518',
    surface: '#162025',
    sunken: '#121b1f',
    line: '#27343a',
    edge: '#3d4d55',
    ink: '#e8eef0',
    soft: '#9db0b8',
    accent: '#58b6d2',
    onAccent: '#06222c',
    tint: '#173440',
    good: '#6fcf97',
    goodTint: '#16301f',
    warn: '#f0b95b',
    warnTint: '#34270f',
    bad: '#ff8f86',
    badTint: '#3a1a18',
    shadow: '0 1px 2px rgb(0 0 0 / 40%)',
  },
  contrast: {
    page: '#ffffff',
    surface: '#ffffff',
    sunken: '#ffffff',
    line: '#000000',
    edge: '#000000',
    ink: '#000000',
    soft: '#1f1f1f',
    accent: '#00374a',
    onAccent: '#ffffff',
    tint: '#d7eef7',
    good: '#003d14',
    goodTint: '#ffffff',
    warn: '#4d2b00',
    warnTint: '#ffffff',
    bad: '#7a0000',
    badTint: '#ffffff',
    shadow: 'none',
  },
};
