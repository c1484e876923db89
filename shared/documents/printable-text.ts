/**
 * Text as XML 1.0 can hold it: control characters, lone surrogates, U+FFFE and U+FFFF are shown as U+FFFD, line ends
 * become \n, everything else stays as it is, tabs and bidirectional marks too.
 */
export function printableText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD');
}
