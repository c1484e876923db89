import type { Block, Photo, Table } from '../../../shared/documents/document';
import type { PhotoBytes } from '../photo-bytes';
import { pictureSize } from '../../../shared/photos/picture-size';
import { pictureType } from '../picture-type';
import { escapeHtml } from './escape-html';
import type { SentenceSpans } from './sentence-spans';
import { strokesSvg } from './strokes-svg';

export function blockHtml(block: Block, spans: SentenceSpans, photos: PhotoBytes): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level + 1}`;
      return `<${tag}>${escapeHtml(block.number)}${spans.html(block.sentence)}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${block.sentences.map((sentence) => spans.html(sentence)).join('')}</p>`;
    case 'photos':
      return `<div class="photos">${block.photos.map((photo) => figure(photo, spans, photos)).join('')}</div>`;
    case 'signature':
      return `<div class="photos"><figure>${strokesSvg(block.strokes)}<figcaption>${spans.html(block.caption)}</figcaption></figure></div>`;
    case 'table':
      return tableHtml(block, spans);
  }
}

function figure(photo: Photo, spans: SentenceSpans, photos: PhotoBytes): string {
  const bytes = photos.get(photo.key);
  const fault = bytes === undefined ? '原件尚未到达' : pictureSize(bytes) === null ? '原件无法显示' : '';
  const picture =
    bytes === undefined || fault !== ''
      ? `<p class="missing">〔照片“${escapeHtml(photo.name)}”${fault}〕</p>`
      : `<img alt="${escapeHtml(photo.caption.text)}" src="data:${pictureType(bytes)};base64,${Buffer.from(bytes).toString('base64')}">`;
  return `<figure>${picture}<figcaption>${spans.html(photo.caption)}</figcaption></figure>`;
}

function tableHtml({ header, widths, rows }: Table, spans: SentenceSpans): string {
  const columns = widths.map((share) => `<col width="${(share * 100).toFixed(2)}%">`).join('');
  const head = header.map((name) => `<th>${escapeHtml(name)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${spans.html(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
