/** The sheet 活动: what the tour is, as label and content. */
export const sampleActivity: readonly (readonly [label: string, content: string | number])[] = [
  ['活动名称', '云澜市2026年第二次重点产业项目观摩督导活动'],
  ['形式', '观摩、督导'],
  ['届次', '2026年第二次'],
  ['日期', '2026-11-20'],
  ['组织单位', '云澜市人民政府办公室'],
  ['目的', '看进展、查问题、解难题、保安全，推动重点产业项目早开工、早竣工、早投产、早达效'],
  ['点位总数', 58],
  ['地点', '云澜市8个县（市、区）和开发区'],
];
