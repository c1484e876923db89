/** The appearances that change how Xunji asks; by the types for which they do. */
export const appearances: Readonly<Record<string, readonly string[]>> = {
  multiline: ['text'],
  numbers: ['text'],
  minimal: ['select'],
  autocomplete: ['select'],
  'field-list': ['group'],
};
