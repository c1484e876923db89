/** Sizes of Chinese type in points. */
const size = { mark: 44, second: 22, third: 16, fourth: 14 } as const;

/**
 * The layout of GB/T 9704-2012 (党政机关公文格式) as far as secondary copies give it: "in the layout of", never
 * "certified". All numbers of both writers come from here, so that an office can have a preset of its own.
 */
export const officialLayout = {
  name: 'GB/T 9704-2012',
  /** Millimetres. Margins leave a text block (版心) of 156 × 225. */
  page: { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 },
  /**
   * 22 lines of 28 characters. 225 mm / 22 = 28.99 pt, rounded down to 579 twips since 22 × 580 would not fit.
   * 28 × 16 pt = 448 pt are wider than 156 mm = 442.2 pt: each character gives up 848/4096 pt, or 6 twips where the
   * runs carry it (28 × 15.7 = 439.6; LibreOffice has 440.8 to give).
   */
  grid: { lines: 22, characters: 28, linePitchTwips: 579, charSpace: -848, spacingTwips: -6 },
  fonts: {
    mark: '方正小标宋简体',
    title: '方正小标宋简体',
    body: '仿宋_GB2312',
    heading1: '黑体',
    heading2: '楷体_GB2312',
    heading3: '仿宋_GB2312',
    heading4: '仿宋_GB2312',
    label: '黑体',
    pageNumber: '宋体',
    imprint: '仿宋_GB2312',
  },
  /** Points. */
  sizes: {
    mark: size.mark,
    title: size.second,
    body: size.third,
    imprint: size.fourth,
    pageNumber: size.fourth,
    table: 10.5,
    caption: 12,
  },
  /** RRGGBB of mark and red line. */
  red: 'E60012',
  /** Millimetres from the top of the text block to the mark, and from the last line above it to the red line. */
  mark: { below: 35, redLineBelow: 4, redLineWidth: 0.7 },
  /** Lines of the grid that stay empty. */
  emptyLines: { markToNumber: 2, redLineToTitle: 2, titleToBody: 1, bodyToAttendance: 1 },
  indent: { paragraph: 2, edge: 1 },
  /** Millimetres from the text block to the page number. */
  pageNumber: { below: 7 },
  /** Millimetres: the first and last line of the imprint, and those between. */
  imprint: { outerLine: 0.35, innerLine: 0.25 },
  /** Millimetres: a photo is fitted into this box, two to a row. */
  photo: { width: 72, height: 54 },
} as const;

export type LayoutPreset = typeof officialLayout;

/** The fonts a computer needs to show the layout as it is meant. */
export const layoutFonts: readonly string[] = [...new Set(Object.values(officialLayout.fonts))];
