import type { OfficialDocument } from '../../shared/documents/document';
import { type LayoutPreset, officialLayout } from '../../shared/documents/layout-preset';
import { printableText } from '../../shared/documents/printable-text';
import { blockChildren } from './docx/blocks';
import { annexChildren, closing } from './docx/closing';
import { frontMatter } from './docx/front-matter';
import { imprintTable } from './docx/imprint-table';
import { packDocx } from './docx/pack-docx';
import { SentenceMarks } from './docx/text-runs';
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
  const children = [
    ...frontMatter(document, preset, marks),
    ...document.blocks.flatMap((block) => blockChildren(block, preset, marks, photos)),
    ...closing(document, preset, marks),
    ...annexChildren(document.annexes, preset, marks, photos),
    ...imprintTable(document.imprint, preset),
  ];
  const properties = {
    title: printableText(document.title.text),
    creator: printableText(document.front.agency),
    description: printableText(madeFromLine(document.madeFrom)),
    state: document.madeFrom.state,
  };
  return packDocx(children, properties, photos, preset);
}
