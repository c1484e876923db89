import { expect, it } from 'vitest';
import { recordKinds } from '../../../shared/records/record-schemas';
import { readSourceFiles } from '../locales/source-files';

const files = readSourceFiles();

/** The part of the page around a button, where that is drawn by another file. */
const around: Readonly<Record<string, string>> = {
  'capture/sheets/checklist-head.tsx': 'capture/sheets/checklist-form.tsx',
  'features/photos/open-photo.tsx': 'ui/photo/photo-viewer.tsx',
};

const buttons = [...files].flatMap(([file, code]) =>
  [...code.matchAll(/<(?:HistoryButton|RecordHead)\s+kind="(\w+)"/g)].map(([, kind = '']) => ({
    file,
    kind,
  })),
);

it('the history of every kind of record has its button on some page', () => {
  const reached = new Set(buttons.map(({ kind }) => kind));
  expect(recordKinds.filter((kind) => !reached.has(kind))).toEqual([]);
});

it('wherever that button stands, Alt+H does the same from the fields beside it', () => {
  const deaf = [...files]
    .filter(([, code]) => code.includes('<HistoryButton '))
    .map(([file]) => around[file] ?? file)
    .filter((file) => !/ data-(page-)?record=\{/.test(files.get(file) ?? ''));
  expect(deaf).toEqual([]);
});
