import type { CardPage } from '../../shared/access/card-page';

/** The squares of a QR code that stands on the screen as an SVG (first its ground, then what is dark); null where there is none. */
export function qrDrawn(figure: Element | null): CardPage['qr'] | null {
  const svg = figure?.querySelector('svg:has(> path + path)');
  const path = svg?.querySelectorAll('path')[1]?.getAttribute('d');
  const cells = Number(svg?.getAttribute('viewBox')?.split(' ')[2]);
  return path && Number.isInteger(cells) ? { cells, path } : null;
}
