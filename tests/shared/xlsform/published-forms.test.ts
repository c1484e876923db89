import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { appearances } from '../../../shared/xlsform/appearances';
import { choiceColumns, parameters, settingsColumns, surveyColumns } from '../../../shared/xlsform/columns';
import { questionTypes, unsupportedTypes } from '../../../shared/xlsform/question-types';
import type { XlsformReading } from '../../../shared/xlsform/read-xlsform';
import { writeXform } from '../../../shared/xlsform/write-xform';
import { writeXlsform } from '../../../shared/xlsform/write-xlsform';
import { readXlsform } from '../../../shared/xlsform/read-xlsform';
import { unsupportedFunctions, xpathFunctions } from '../../../shared/xlsform/xpath/functions';
import { filesOf, publishedForms } from './published-forms';

let forms: ReadonlyMap<string, XlsformReading> = new Map();
let page = '';

beforeAll(async () => {
  forms = await publishedForms();
  page = await readFile(join(import.meta.dirname, '../../../docs/checklists.md'), 'utf8');
});

describe('XLSForms that others published', () => {
  it('are more than thirty, and each is read soundly or says where it is not', () => {
    expect(forms.size).toBeGreaterThan(30);
    for (const [name, { checklist, faults, unsupported }] of forms) {
      expect([name, checklist?.survey.length ?? 0]).not.toEqual([name, 0]);
      for (const { sheet, row, zh, en } of [...faults, ...unsupported]) {
        expect([name, sheet, row >= 0, zh !== '', en !== '']).toEqual([name, sheet, true, true, true]);
      }
      const sound = checklist !== null && faults.length === 0;
      expect([name, sound && !writeXform(checklist).ok]).toEqual([name, false]);
    }
  });

  it('come back the same from an export, with all that is not supported', () => {
    for (const [name, { checklist }] of forms) {
      if (!checklist) continue;
      const { lists, title, id } = checklist;
      const again = readXlsform(writeXlsform(checklist), { id, title, lists: filesOf(lists) });
      expect([name, again.checklist]).toEqual([name, checklist]);
    }
  });

  it('stand in the table of the page with what was found in them', () => {
    const rows = [...forms].map(([name, { checklist, faults, unsupported }]) => {
      const result = faults.length === 0 ? 'sound' : `${faults.length} fault(s): ${faults[0]?.en}`;
      return `| ${name} | ${checklist?.survey.length ?? 0} | ${result.replaceAll('|', '\\|')} | ${unsupported.length} |`;
    });
    expect(section('Published forms').filter((line) => /^\| \S+\/\S+ \|/.test(line))).toEqual(rows);
  });
});

describe('the page about checklists names what the code supports and nothing else', () => {
  it.each<readonly [string, readonly string[]]>([
    ['Types', Object.keys(questionTypes)],
    ['Types that are not supported', Object.keys(unsupportedTypes)],
    ['Columns of survey', Object.keys(surveyColumns)],
    ['Columns of choices', Object.keys(choiceColumns)],
    ['Settings', settingsColumns],
    ['Parameters', Object.values(parameters).flat()],
    ['Appearances', Object.keys(appearances)],
    ['Functions', Object.keys(xpathFunctions)],
    ['Functions that are not supported', unsupportedFunctions],
  ])('%s', (title, names) => {
    expect(named(title)).toEqual([...new Set(names)].sort());
  });
});

/** The lines below a heading, up to the next one. */
function section(title: string): readonly string[] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === title && line.startsWith('#'));
  expect(start).toBeGreaterThan(-1);
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('#'));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
}

/** What stands between back quotes in the first column of a section's table, or in its list. */
function named(title: string): readonly string[] {
  const text = section(title)
    .filter((line) => line.startsWith('|') || line.startsWith('- '))
    .map((line) => (line.startsWith('|') ? (line.split('|')[1] ?? '') : line))
    .join('\n');
  return [...new Set([...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))].sort();
}
