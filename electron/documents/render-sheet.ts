import { createHash } from 'node:crypto';
import type { ConfirmationSheet } from '../../shared/signatures/confirmation-sheet';
import { escapeHtml } from './html/escape-html';
import { strokesSvg } from './html/strokes-svg';

const song = '"方正小标宋简体", "Noto Serif CJK SC", "Songti SC", SimSun, serif';
const body = '"仿宋_GB2312", FangSong, STFangsong, "Noto Serif CJK SC", serif';

const styles = `
@page { size: A4; margin: 24mm 22mm 20mm; }
* { margin: 0; padding: 0; box-sizing: border-box; }
html { font: 12pt/1.6 ${body}; color: #000; overflow-wrap: anywhere; }
h1 { font: normal 22pt/1.4 ${song}; text-align: center; margin-bottom: 6mm; }
table { width: calc(100% - 1pt); border-collapse: collapse; table-layout: fixed; }
th, td { border: 0.6pt solid #000; padding: 1.6mm 2.4mm; text-align: left; vertical-align: middle; font-weight: normal; }
th { text-align: center; }
.name { width: 30mm; }
.statement td { height: 62mm; vertical-align: top; }
.signed .sides { display: flex; gap: 8mm; align-items: center; justify-content: space-between; min-height: 30mm; }
tr { break-inside: avoid; }
.statement { break-inside: auto; }
.notes { margin-top: 4mm; font-size: 10pt; }
`;

/** A 现场确认单 as one HTML file for print. */
export function renderSheet({ language, title, facts, parts, signature, notes }: ConfirmationSheet): string {
  const hash = createHash('sha256').update(styles).digest('base64');
  const lines = (some: readonly string[]) =>
    some.map((line) => `<p><bdi>${escapeHtml(line)}</bdi></p>`).join('');
  const rows = [
    ...pairs(facts).map(
      ([left, right]) => `<tr>${cell(left, right ? 1 : 3)}${right ? cell(right, 1) : ''}</tr>`,
    ),
    ...parts.map(
      (part, place) =>
        `<tr${place === 0 ? ' class="statement"' : ''}><th>${escapeHtml(part.name)}</th><td colspan="3">${lines(part.lines)}</td></tr>`,
    ),
    `<tr class="signed"><th>${escapeHtml(signature.name)}</th><td colspan="3"><div class="sides"><div>${lines(signature.lines)}</div>${signature.strokes.length === 0 ? '' : strokesSvg(signature.strokes)}</div></td></tr>`,
  ];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<title>${escapeHtml(title)}</title>
<style>${styles}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<table><colgroup><col class="name"><col><col class="name"><col></colgroup><tbody>
${rows.join('\n')}
</tbody></table>
<div class="notes">${lines(notes)}</div>
</body>
</html>
`;
}

function cell({ name, value }: ConfirmationSheet['facts'][number], span: number): string {
  return `<th>${escapeHtml(name)}</th><td colspan="${span}"><bdi>${escapeHtml(value)}</bdi></td>`;
}

function pairs<T>(items: readonly T[]): readonly (readonly [T, T | undefined])[] {
  return items.flatMap((item, at) => (at % 2 === 0 ? [[item, items[at + 1]] as const] : []));
}
