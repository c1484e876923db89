import { describe, expect, it } from 'vitest';
import { type Palette, type ThemeName, palettes } from '../../../renderer/ui/palettes';

/** Relative luminance of "#rrggbb" (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['page', 'surface', 'sunken', 'tint'] as const;
const onGrounds = ['ink', 'soft', 'accent'] as const;
const pairs: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ...onGrounds.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...(['good', 'warn', 'bad'] as const).flatMap((text) => [
    [text, 'page'] as const,
    [text, 'surface'] as const,
    [text, `${text}Tint`] as const,
  ]),
  ['onAccent', 'accent'],
];

describe('palettes', () => {
  it.each([
    ['light', 4.5],
    ['dark', 4.5],
    ['contrast', 7],
  ] as const)('in %s all text has at least %f:1 on its ground', (name: ThemeName, least) => {
    const palette = palettes[name];
    const poor = pairs
      .map(([text, ground]) => [`${text} on ${ground}`, contrast(palette[text], palette[ground])] as const)
      .filter(([, ratio]) => ratio < least);
    expect(poor).toEqual([]);
  });

  it('knows what black on white and grey on white have', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
