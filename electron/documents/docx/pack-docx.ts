import { Document, DocumentGridType, type FileChild, LineRuleType, Packer } from 'docx';
import type { LayoutPreset } from '../../../shared/documents/layout-preset';
import type { PhotoBytes } from '../photo-bytes';
import { bodyLook } from './body-look';
import { finishPackage } from './finish-package';
import { twipsOfMm } from './measures';
import { footerDistance, pageNumberFooter } from './page-number';
import { runOptions } from './text-runs';

/** What the file says about itself, seen in its properties. */
export interface DocxProperties {
  readonly title: string;
  readonly creator: string;
  readonly description: string;
  readonly state: string;
}

/** Puts paragraphs and tables on the pages of the preset: paper, margins, grid, page numbers, default fonts. */
export async function packDocx(
  children: readonly FileChild[],
  properties: DocxProperties,
  photos: PhotoBytes,
  preset: LayoutPreset,
): Promise<Uint8Array> {
  const body = runOptions(bodyLook(preset));
  const { state, ...core } = properties;
  const file = new Document({
    ...core,
    lastModifiedBy: '巡记 Xunji',
    customProperties: [{ name: 'xunji-state', value: state }],
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
        children: [...children],
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
