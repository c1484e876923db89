import type { Sentence } from '../../../shared/documents/document';
import { escapeHtml } from './escape-html';

/**
 * Numbers sentences like the bookmarks of the DOCX: the same document gives the same e_1, e_2 …. bdi keeps a text with
 * marks of the other writing direction from turning its neighbours round.
 */
export class SentenceSpans {
  private count = 0;

  html(sentence: Sentence): string {
    this.count += 1;
    return `<bdi id="e_${this.count}">${escapeHtml(sentence.text)}</bdi>`;
  }
}
