import { Bookmark, type IRunOptions, TextRun } from 'docx';
import type { Sentence } from '../../../shared/documents/document';
import { printableText } from '../../../shared/documents/printable-text';

/** How a run looks: a font by name, a size in points, RRGGBB. */
export interface RunLook {
  readonly font: string;
  readonly size: number;
  readonly color?: string;
  /** Twips added to every character. */
  readonly spacing?: number;
}

/** Line breaks stay line breaks. The font is named for every script, as WPS reads eastAsia of the run alone. */
export function textRuns(text: string, look: RunLook): readonly TextRun[] {
  return printableText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...runOptions(look), text: line, break: index === 0 ? 0 : 1 }));
}

export function runOptions({ font, size, color, spacing = 0 }: RunLook): IRunOptions {
  // The hint puts “” and other marks that are narrow elsewhere into the Chinese font.
  return {
    font: { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: 'eastAsia' },
    size: size * 2,
    color,
    characterSpacing: spacing,
    snapToGrid: false,
  };
}

/** Numbers sentences e_1, e_2 … in reading order: the names of their bookmarks and their keys in the evidence file. */
export class SentenceMarks {
  private count = 0;

  runs(sentence: Sentence, look: RunLook): Bookmark {
    this.count += 1;
    return new Bookmark({ id: `e_${this.count}`, children: [...textRuns(sentence.text, look)] });
  }
}
