import { createHash } from 'node:crypto';
import type { OfficialDocument, Sentence } from '../../shared/documents/document';
import { type LayoutPreset, officialLayout } from '../../shared/documents/layout-preset';
import { breakTitle } from '../../shared/documents/break-title';
import { annexLabel, annexNotes } from './annex-label';
import { blockHtml } from './html/block-html';
import { escapeHtml } from './html/escape-html';
import { labelClass, printStyles } from './html/print-styles';
import { SentenceSpans } from './html/sentence-spans';
import { madeFromLine } from './made-from-line';
import type { PhotoBytes } from './photo-bytes';

/**
 * The same document as one HTML file that needs nothing else: print CSS in the layout of the preset, photos as data
 * URIs, no script and a policy that forbids any. Text is always text: whatever is in a field is escaped.
 */
export function renderHtml(
  document: OfficialDocument,
  photos: PhotoBytes,
  preset: LayoutPreset = officialLayout,
): string {
  const spans = new SentenceSpans();
  const { front } = document;
  const head = [
    '<div class="spacer"></div>',
    `<p class="mark">${escapeHtml(front.mark)}</p>`,
    `<p class="number">${escapeHtml(front.number)}</p>`,
    `<p class="agency"><span>${escapeHtml(front.agency)}</span><span>${escapeHtml(front.date)}</span></p>`,
    `<h1>${spans.html(titleOf(document, preset))}</h1>`,
  ];
  const body = document.blocks.map((block) => blockHtml(block, spans, photos));
  const notes = annexNotes(document.annexes).map((note) => `<p class="note">${escapeHtml(note)}</p>`);
  const lists = document.attendance.map(
    (list) =>
      `<p class="people ${labelClass(list.label.length + 1)}"><b>${escapeHtml(list.label)}</b>：${list.entries
        .map((entry) => spans.html(entry))
        .join('，')}</p>`,
  );
  const annexes = document.annexes.map(
    (annex, index) =>
      `<section class="annex"><p class="annex-label">${annexLabel(index, document.annexes.length)}</p><h2 class="annex-title">${escapeHtml(
        annex.title,
      )}</h2>${annex.blocks.map((block) => blockHtml(block, spans, photos)).join('\n')}</section>`,
  );
  return page(
    document,
    preset,
    [
      ...head,
      ...body,
      notes.length === 0 ? '' : `<div class="notes">${notes.join('')}</div>`,
      `<div class="closing">${lists.join('')}<p class="made">${escapeHtml(madeFromLine(document.madeFrom))}</p></div>`,
      ...annexes,
      imprint(document),
    ].join('\n'),
  );
}

function page(document: OfficialDocument, preset: LayoutPreset, body: string): string {
  const styles = printStyles(preset, markSize(document.front.mark, preset));
  const hash = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${hash}'`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(document.title.text)}</title>
<style>${styles}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function titleOf(document: OfficialDocument, preset: LayoutPreset): Sentence {
  const width = ((preset.page.width - preset.page.left - preset.page.right) / 25.4) * 72;
  return {
    ...document.title,
    text: breakTitle(document.title.text, Math.floor(width / preset.sizes.title)).join('\n'),
  };
}

function markSize(mark: string, preset: LayoutPreset): number {
  const width = ((preset.page.width - preset.page.left - preset.page.right) / 25.4) * 72;
  return Math.min(preset.sizes.mark, Math.floor(width / Math.max(1, mark.length + 1)));
}

function imprint({ imprint }: OfficialDocument): string {
  if (imprint === undefined) return '';
  const copies = imprint.copies === '' ? '' : `<p>抄送：${escapeHtml(imprint.copies)}</p>`;
  const printed = `<p class="printed"><span>${escapeHtml(imprint.printedBy)}</span><span>${escapeHtml(imprint.printedOn)}</span></p>`;
  return `<div class="imprint">${copies}${printed}</div>`;
}
