import type { PrintToPDFOptions } from 'electron';
import type { Protocol } from './cdp';

const inchesPerMillimetre = 1 / 25.4;
/** Portrait width and height in inches. */
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  A0: [841 * inchesPerMillimetre, 1189 * inchesPerMillimetre],
  A1: [594 * inchesPerMillimetre, 841 * inchesPerMillimetre],
  A2: [420 * inchesPerMillimetre, 594 * inchesPerMillimetre],
  A3: [297 * inchesPerMillimetre, 420 * inchesPerMillimetre],
  A4: [210 * inchesPerMillimetre, 297 * inchesPerMillimetre],
  A5: [148 * inchesPerMillimetre, 210 * inchesPerMillimetre],
  A6: [105 * inchesPerMillimetre, 148 * inchesPerMillimetre],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

/** Electron's options for printToPDF as CDP wants them; lengths are inches on both sides. */
export function toCdpPdfOptions(options: PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const { pageSize, margins: given, ...same } = options;
  const [paperWidth, paperHeight] = paperSize(pageSize ?? 'Letter');
  return { ...same, paperWidth, paperHeight, ...margins(given) };
}

function paperSize(size: NonNullable<PrintToPDFOptions['pageSize']>): readonly [number, number] {
  if (typeof size !== 'string') return [size.width, size.height];
  const known = sizes[size];
  if (!known) throw new Error(`Invalid pageSize ${size}`);
  return known;
}

function margins(given: PrintToPDFOptions['margins']): Protocol.Page.printToPDFParameters {
  const { marginType, top, bottom, left, right } = (given ?? {}) as Record<string, number | undefined> & {
    readonly marginType?: string;
  };
  if (marginType === 'none') return { marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 };
  return { marginTop: top, marginBottom: bottom, marginLeft: left, marginRight: right };
}
