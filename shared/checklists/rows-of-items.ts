import type { Row } from '../records/checklist';
import type { OldItem } from './old-item';

interface Sheets {
  readonly survey: readonly Row[];
  readonly choices: readonly Row[];
}

/** Items with choices of their own as the sheets `survey` and `choices` of an XLSForm; equal lists of choices are one list. */
export function rowsOfItems(items: readonly OldItem[]): Sheets {
  const lists = new Map<string, { readonly name: string; readonly rows: readonly Row[] }>();
  const survey = items.map(({ name, type, label, hint, required, relevant, choices }) => {
    const key = JSON.stringify(choices);
    if (choices.length > 0 && !lists.has(key)) {
      const rows = choices.map((choice) => ({
        list_name: name,
        name: choice.name,
        ...columns('label', choice.label),
      }));
      lists.set(key, { name, rows });
    }
    const list = lists.get(key)?.name;
    return {
      type: list === undefined ? type : `${type} ${list}`,
      name,
      ...columns('label', label),
      ...(hint && columns('hint', hint)),
      ...(required && { required: 'yes' }),
      ...(relevant !== '' && { relevant }),
    };
  });
  return { survey, choices: [...lists.values()].flatMap(({ rows }) => rows) };
}

function columns(column: string, { zh, en }: OldItem['label']): Row {
  return { ...(zh && { [`${column}::中文 (zh)`]: zh }), ...(en && { [`${column}::English (en)`]: en }) };
}
