import { Document, DocumentGridType, LineRuleType, Packer } from 'docx';
import type { OfficialDocument } from '../../shared/documents/document';
import { type LayoutPreset, officialLayout } from '../../shared/documents/layout-preset';
import { printableText } from '../../shared/documents/printable-text';
import { blockChildren } from './docx/blocks';
import { annexChildren, closing } from './docx/closing';
import { finishPackage } from './docx/finish-package';
import { frontMatter } from './docx/front-matter';
import { imprintTable } from './docx/imprint-table';
import { twipsOfMm } from './docx/measures';
import { footerDistance, pageNumberFooter } from './docx/page-number';
import { runOptions, SentenceMarks } from './docx/text-runs';
import { madeFromLine } from './made-from-line';
import type { PhotoBytes } from './photo-bytes';

/**
 * A document as DOCX in the layout of the preset. Every sentence lies in a bookmark e_1, e_2 … in reading order, by which
 * the evidence file finds it; the state of the data is in the property xunji-state.
 */
export async function writeDocx(
  document: OfficialDocument,
  photos: PhotoBytes,
  preset: LayoutPreset = officialLayout,
): Promise<Uint8Array> {
  const marks = new SentenceMarks();
  const body = runOptions({
    font: preset.fonts.body,
    size: preset.sizes.body,
    spacing: preset.grid.spacingTwips,
  });
  const file = new Document({
    title: printableText(document.title.text),
    creator: printableText(document.front.agency),
    description: madeFromLine(document.madeFrom),
    customProperties: [{ name: 'xunji-state', value: document.madeFrom.state }],
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { ...body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: preset.grid.linePitchTwips, lineRule: LineRuleType.EXACT } },
        },
      },
      // Word measures the character grid against the font size of the style Normal, not against the defaults.
      paragraphStyles: [{ id: 'Normal', name: 'Normal', quickFormat: true, run: body }],
    },
    sections: [
      {
        properties: { page: pageOf(preset), grid: gridOf(preset), titlePage: false },
        footers: { default: pageNumberFooter('odd', preset), even: pageNumberFooter('even', preset) },
        children: [
          ...frontMatter(document, preset, marks),
          ...document.blocks.flatMap((block) => blockChildren(block, preset, marks, photos)),
          ...closing(document, preset, marks),
          ...annexChildren(document.annexes, preset, marks, photos),
          ...imprintTable(document.imprint, preset),
        ],
      },
    ],
  });
  return finishPackage(new Uint8Array(await Packer.toArrayBuffer(file)), photos);
}

function pageOf(preset: LayoutPreset) {
  const { width, height, top, bottom, left, right } = preset.page;
  return {
    size: { width: twipsOfMm(width), height: twipsOfMm(height) },
    margin: {
      top: twipsOfMm(top),
      bottom: twipsOfMm(bottom),
      // The rest of the width, as the roundings of both margins and the text block would miss it by one.
      left: twipsOfMm(width) - twipsOfMm(right) - twipsOfMm(width - left - right),
      right: twipsOfMm(right),
      header: twipsOfMm(preset.pageNumber.below),
      footer: footerDistance(preset),
      gutter: 0,
    },
  };
}

function gridOf({ grid }: LayoutPreset) {
  return {
    type: DocumentGridType.LINES_AND_CHARS,
    linePitch: grid.linePitchTwips,
    charSpace: grid.charSpace,
  };
}
