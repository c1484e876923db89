import type { LayoutPreset } from '../../../shared/documents/layout-preset';

/** Fonts of the layout by name, then what Windows, macOS and Debian have in their place. */
function fontStack(font: string): string {
  const rest: Readonly<Record<string, string>> = {
    方正小标宋简体:
      '"FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "Noto Serif CJK SC", "Songti SC", SimSun, serif',
    仿宋_GB2312: 'FangSong_GB2312, FangSong, STFangsong, "Noto Serif CJK SC", serif',
    楷体_GB2312: 'KaiTi_GB2312, KaiTi, STKaiti, "Noto Serif CJK SC", serif',
    黑体: 'SimHei, STHeiti, "Noto Sans CJK SC", sans-serif',
    宋体: 'SimSun, STSong, "Noto Serif CJK SC", serif',
  };
  return `"${font}", ${rest[font] ?? 'serif'}`;
}

/** The layout as print CSS. Chromium draws margin boxes and page counters from version 131 on. */
export function printStyles({ page, grid, fonts, sizes, ...preset }: LayoutPreset, markSize: number): string {
  const pitch = grid.linePitchTwips / 20;
  const character = sizes.body + grid.spacingTwips / 20;
  const edge = sizes.pageNumber * preset.indent.edge;
  const pageNumber = `content: "— " counter(page) " —"; font: ${sizes.pageNumber}pt ${fontStack(fonts.pageNumber)}; vertical-align: top; padding-top: ${preset.pageNumber.below}mm;`;
  return `
@page { size: ${page.width}mm ${page.height}mm; margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm; }
@page :right { @bottom-right { ${pageNumber} padding-right: ${edge}pt; } }
@page :left { @bottom-left { ${pageNumber} padding-left: ${edge}pt; } }
* { margin: 0; padding: 0; }
html { font: ${sizes.body}pt/${pitch}pt ${fontStack(fonts.body)}; letter-spacing: ${grid.spacingTwips / 20}pt; font-synthesis: none; }
body { width: ${page.width - page.left - page.right}mm; overflow-wrap: anywhere; line-break: strict; }
p { text-indent: ${preset.indent.paragraph * character}pt; text-align: justify; orphans: 2; widows: 2; }
h1, h2, h3, h4, h5 { font-weight: normal; font-size: inherit; line-height: inherit; break-after: avoid; text-indent: ${preset.indent.paragraph * character}pt; }
.spacer { height: ${preset.mark.below}mm; }
${labelRules()}
.mark { font-size: ${markSize}pt; color: #${preset.red}; font-family: ${fontStack(fonts.mark)}; line-height: 1.15; letter-spacing: 0; text-align: center; text-indent: 0; }
.number { min-height: ${pitch}pt; text-align: center; text-indent: 0; }
.number:not(:empty) { margin-top: ${pitch * preset.emptyLines.markToNumber}pt; }
.agency { display: flex; justify-content: space-between; min-height: ${pitch}pt; padding: 0 ${character}pt ${preset.mark.redLineBelow}mm; border-bottom: ${preset.mark.redLineWidth}mm solid #${preset.red}; text-indent: 0; }
h1, .annex-title { font: ${sizes.title}pt/${sizes.title * 1.5}pt ${fontStack(fonts.title)}; letter-spacing: 0; text-align: center; text-indent: 0; }
h1 { margin: ${pitch * preset.emptyLines.redLineToTitle}pt 0 ${pitch * preset.emptyLines.titleToBody}pt; }
h2 { font-family: ${fontStack(fonts.heading1)}; }
h3 { font-family: ${fontStack(fonts.heading2)}; }
h4 { font-family: ${fontStack(fonts.heading3)}; }
h5 { font-family: ${fontStack(fonts.heading4)}; }
.notes { margin-top: ${pitch}pt; }
.closing { margin-top: ${pitch * preset.emptyLines.bodyToAttendance}pt; }
.people { padding-left: calc(${character}pt * (${preset.indent.paragraph} + var(--label))); text-indent: calc(${-character}pt * var(--label)); }
.people b { font-weight: normal; font-family: ${fontStack(fonts.label)}; }
.made { font-size: ${sizes.imprint}pt; text-align: left; }
.annex { break-before: page; }
.annex-label { font-family: ${fontStack(fonts.label)}; text-indent: 0; }
.annex-title { margin: ${pitch}pt 0; }
.photos { display: flex; justify-content: space-around; break-inside: avoid; padding: 4pt 0; }
figure { text-align: center; width: ${preset.photo.width}mm; }
figure:only-child { width: auto; }
figure img { max-width: ${preset.photo.width}mm; max-height: ${preset.photo.height}mm; }
.strokes { display: block; margin: 0 auto; }
figcaption, .missing { font-size: ${sizes.caption}pt; line-height: 1.4; text-indent: 0; text-align: center; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: ${sizes.table}pt; line-height: 1.4; letter-spacing: 0; }
th, td { border: 0.5pt solid #000; padding: 1pt 3pt; text-align: center; font-weight: normal; overflow-wrap: anywhere; }
th { font-family: ${fontStack(fonts.label)}; }
tr { break-inside: avoid; }
.imprint { break-inside: avoid; margin-top: ${pitch}pt; border-top: ${preset.imprint.outerLine}mm solid #000; border-bottom: ${preset.imprint.outerLine}mm solid #000; font-size: ${sizes.imprint}pt; }
.imprint p { padding: 0 ${sizes.imprint}pt; text-indent: 0; }
.imprint p + p { border-top: ${preset.imprint.innerLine}mm solid #000; }
.printed { display: flex; justify-content: space-between; }
`;
}

const longestLabel = 40;

/** How far lines hang under their label, by the label's length. */
function labelRules(): string {
  return Array.from(
    { length: longestLabel },
    (_, index) => `.label-${index + 1} { --label: ${index + 1}; }`,
  ).join(' ');
}

/** The class of a list of people whose label, with its colon, has this many characters. */
export function labelClass(characters: number): string {
  return `label-${Math.min(characters, longestLabel)}`;
}
