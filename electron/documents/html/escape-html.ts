import { printableText } from '../../../shared/documents/printable-text';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text, safe in an attribute too; line ends become <br>. */
export function escapeHtml(text: string): string {
  return printableText(text)
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replaceAll('\n', '<br>');
}
