/** Selects of one answer, under their names in XLSForm. */
const one = ['select_one', 'select_one_from_file'];

/** The appearances that change how Xunji asks; by the types for which they do. "columns-n" stands for columns-1 to columns-10. */
export const appearances: Readonly<Record<string, readonly string[]>> = {
  multiline: ['text'],
  numbers: ['text'],
  'thousands-sep': ['integer', 'decimal'],
  'no-calendar': ['date', 'dateTime'],
  'month-year': ['date'],
  year: ['date'],
  picker: ['range'],
  rating: ['range'],
  'no-ticks': ['range'],
  minimal: ['select'],
  autocomplete: ['select'],
  search: ['select'],
  quick: one,
  likert: one,
  columns: ['select'],
  'columns-n': ['select'],
  'columns-pack': ['select'],
  compact: ['select'],
  'field-list': ['group'],
};

/** The types for which an appearance as it is written in a form ("columns-3") has an effect. */
export function typesOfAppearance(word: string): readonly string[] {
  const name = /^columns-(?:[1-9]|10)$/.test(word) ? 'columns-n' : word;
  return Object.hasOwn(appearances, name) ? (appearances[name] ?? []) : [];
}

/** Those that a builder offers for a question of these types. */
export function offeredAppearances(types: readonly string[]): readonly string[] {
  return Object.keys(appearances)
    .filter((name) => types.some((type) => appearances[name]?.includes(type)))
    .flatMap((name) => (name === 'columns-n' ? ['columns-2', 'columns-3', 'columns-4'] : [name]));
}
