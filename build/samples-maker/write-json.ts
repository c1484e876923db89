import { displayWidth } from './display-width';

/** JSON as the project's formatter leaves it (short lists on one line), so that samples pass its check. */
export function writeJson(value: unknown): Uint8Array {
  const spread = JSON.stringify(value, undefined, 2);
  const folded = spread.replace(scalarList, (list: string, start: string, inner: string) => {
    const line = `${start}[${inner.trim().replace(/,\n\s+/gu, ', ')}]`;
    return displayWidth(line) < 110 ? line : list;
  });
  return new TextEncoder().encode(`${folded}\n`);
}

/** A list of strings or numbers only, with the start of its line. Strings hold no line breaks in JSON. */
const scalarList = /^( *(?:"[^"\n]*": )?)\[((?:\n +(?:"(?:[^"\\\n]|\\.)*"|-?[\d.]+),?)+\n *)\]/gmu;
