import { strFromU8, unzipSync } from 'fflate';

/** The parts of a DOCX or XLSX as text, by path. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** What a reader sees of an XML or HTML part: paragraphs and breaks as line ends, entities as characters. */
export function visibleText(xml: string): string {
  return unescapeXml(
    xml
      .replace(/<style>[\s\S]*?<\/style>/g, '')
      .replace(/<w:br\/>|<br>|<\/w:p>|<\/p>|<\/h\d>|<\/td>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  );
}

function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d+)|#x([0-9a-fA-F]+));/g, (_, name, decimal, hex) =>
    name
      ? (named[String(name)] ?? '')
      : String.fromCodePoint(decimal ? Number(decimal) : parseInt(String(hex), 16)),
  );
}
