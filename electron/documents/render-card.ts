import { createHash } from 'node:crypto';
import type { CardPage } from '../../shared/access/card-page';
import { escapeHtml } from './html/escape-html';

const title = '"方正小标宋简体", "Noto Serif CJK SC", "Songti SC", SimSun, serif';
const body = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", SimHei, sans-serif';
const figures = 'Consolas, Menlo, "DejaVu Sans Mono", monospace';

/** Digits and letters that look alike are set apart by their font: people copy them by hand. */
const styles = `
@page { size: A4; margin: 24mm 24mm 20mm; }
* { margin: 0; padding: 0; box-sizing: border-box; }
html { font: 11.5pt/1.7 ${body}; color: #000; overflow-wrap: anywhere; }
html:lang(en) { font-family: "Segoe UI", Arial, ${body}; }
h1 { font: normal 24pt/1.4 ${title}; text-align: center; margin-bottom: 8mm; }
.top { display: flex; gap: 7mm; align-items: center; border: 0.8pt solid #000; padding: 7mm; break-inside: avoid; }
.qr { flex: none; width: 58mm; height: 58mm; shape-rendering: crispEdges; }
dl { flex: 1; }
dt { font-size: 9.5pt; color: #444; line-height: 1.4; }
dd { font-weight: 600; margin-bottom: 2.6mm; line-height: 1.5; }
.copied { font-family: ${figures}; font-weight: 400; font-size: 9.5pt; }
.code { text-align: center; margin: 8mm 0 6mm; }
.code p { font-size: 9.5pt; color: #444; }
.code strong { font: 600 30pt/1.3 ${figures}; letter-spacing: 0.08em; }
ol { padding-left: 1.6em; }
li { margin-bottom: 2mm; }
.notes { margin-top: 5mm; padding-top: 4mm; border-top: 0.5pt solid #000; font-weight: 600; }
.line { margin-top: 4mm; font: 8.5pt/1.5 ${figures}; color: #444; word-break: break-all; }
`;

/** A card with which a computer joins, as one HTML page for print. */
export function renderCard({ language, facts, qr, code, steps, notes, line, ...page }: CardPage): string {
  const hash = createHash('sha256').update(styles).digest('base64');
  const items = facts.map(({ name, value }) => {
    const isCopied = /^(https?:|[0-9]{5} )/.test(value);
    return `<dt>${escapeHtml(name)}</dt><dd${isCopied ? ' class="copied"' : ''}><bdi>${escapeHtml(value)}</bdi></dd>`;
  });
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<title>${escapeHtml(page.title)}</title>
<style>${styles}</style>
</head>
<body>
<h1>${escapeHtml(page.title)}</h1>
<div class="top"><svg class="qr" viewBox="0 0 ${qr.cells} ${qr.cells}"><path d="${qr.path}"/></svg><dl>${items.join('')}</dl></div>
<div class="code"><p>${escapeHtml(code.name)}</p><strong>${escapeHtml(code.value)}</strong></div>
<ol>${steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol>
<div class="notes">${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}</div>
<p class="line">${escapeHtml(line)}</p>
</body>
</html>
`;
}
