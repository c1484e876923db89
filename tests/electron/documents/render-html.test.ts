import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { renderHtml } from '../../../electron/documents/render-html';
import { composeMinutes } from '../../../shared/documents/compose-minutes';
import { listSentences } from '../../../shared/documents/list-sentences';
import { generatedPhotos, generatedTour } from '../../shared/documents/generated-tour';
import { visibleText } from './read-back';

const tour = generatedTour();
const minutes = composeMinutes(tour, { at: '2026年11月19日9:00' });
const html = renderHtml(minutes, generatedPhotos());

it('has every stop, remark and issue, by count', () => {
  const text = visibleText(html);
  expect(tour.sites.filter(({ name }) => text.includes(name))).toHaveLength(58);
  expect(tour.remarks.filter((remark) => text.includes(remark.text))).toHaveLength(120);
  expect(tour.issues.filter((issue) => text.includes(issue.text))).toHaveLength(200);
});

it('numbers sentences like the DOCX', () => {
  const ids = [...html.matchAll(/<bdi id="(e_\d+)">/g)].map((match) => match[1]);
  expect(ids).toEqual(listSentences(minutes).map((_, index) => `e_${index + 1}`));
});

it('allows its own style sheet by hash and nothing else, and has no style of its own in any tag', () => {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(html).toContain(`content="default-src 'none'; img-src data:; style-src 'sha256-${hash}'"`);
  expect(html).not.toMatch(/\sstyle=/);
  expect(html).not.toMatch(/url\(|https?:/);
});

it('prints on A4 with the margins of the layout and page numbers outside', () => {
  expect(html).toContain('@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm; }');
  expect(html).toContain('@page :right { @bottom-right { content: "— " counter(page) " —"');
  expect(html).toContain('@page :left { @bottom-left {');
});

it('holds its photos itself', () => {
  expect(html.match(/src="data:image\/jpeg;base64,/g)).toHaveLength(20);
});
