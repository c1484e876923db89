import fc from 'fast-check';
import { type Checklist, type Row, checklistSchema } from '../../../shared/records/checklist';

const head = fc.oneof(
  fc.constantFrom(
    'type',
    'name',
    'label',
    'label::中文 (zh)',
    'label::English (en)',
    'relevant',
    'notes',
    'Hint',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);
const cell = fc.oneof(
  fc.constantFrom(
    'text',
    'select_one yes_no',
    'begin repeat',
    'end repeat',
    "${a} = 'x'",
    ' x ',
    '=1+1',
    '-',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);

/** What a workbook can hold: no blank texts, heads without spaces around them and each of them once however it is spelt. */
const row: fc.Arbitrary<Row> = fc
  .uniqueArray(fc.tuple(head, cell), { selector: ([one]) => one, minLength: 1, maxLength: 6 })
  .map((cells) =>
    Object.fromEntries(
      cells
        .map(([name, text]) => [name.trim(), text] as const)
        .filter(([name, text]) => name !== '' && name !== '__proto__' && text.trim() !== ''),
    ),
  );

const rows = fc.array(row, { maxLength: 8 }).map((list) => list.filter((one) => Object.keys(one).length > 0));

/** Checklists of any rows, sound or not: what comes in must come out again. */
export const anyChecklist: fc.Arbitrary<Checklist> = fc
  .record({
    survey: rows,
    choices: rows,
    title: fc.constantFrom('检查表', 'Check'),
    version: fc.constantFrom('1', '2026-11'),
  })
  .map(({ survey, choices, title, version }) =>
    checklistSchema.parse({
      id: 'list-1',
      title,
      version,
      survey: [{ type: 'text', name: 'first' }, ...survey],
      choices,
      settings: { form_title: title, version },
    }),
  );
