import { describe, expect, it } from 'vitest';
import { presetChecklist } from '../../../shared/checklists/preset-checklist';
import { type Row, checklistSchema } from '../../../shared/records/checklist';
import { checkForm } from '../../../shared/xlsform/check-form';
import { writeXform } from '../../../shared/xlsform/write-xform';

function written(survey: readonly Row[]): string {
  const xform = writeXform(checklistSchema.parse({ id: 'form', title: '表', survey }));
  if (!xform.ok) throw new Error(JSON.stringify(xform.problem));
  return xform.value;
}

const repeated: readonly Row[] = [
  { type: 'text', name: 'outside' },
  { type: 'begin repeat', name: 'r' },
  { type: 'text', name: 'a' },
  { type: 'begin group', name: 'g' },
  { type: 'text', name: 'b' },
  { type: 'end group' },
  { type: 'end repeat' },
];

/** The calculation of a question that stands in the group of the repeat. */
function calculation(expression: string): string | undefined {
  const survey = [
    ...repeated.slice(0, 5),
    { type: 'calculate', name: 'c', calculation: expression },
    ...repeated.slice(5),
  ];
  return /nodeset="\/data\/r\/g\/c"[^>]* calculate="([^"]*)"/
    .exec(written(survey))?.[1]
    ?.replaceAll(/\s+/g, ' ');
}

describe('the XForm of a checklist', () => {
  it('is written for the checklist that comes with the product, which has no fault', () => {
    expect(checkForm(presetChecklist)).toEqual({ faults: [], unsupported: [] });
    const xform = writeXform(presetChecklist);
    expect(xform.ok && xform.value).toContain(
      '<bind nodeset="/data/delay_days" type="int" required="true()"',
    );
  });

  it.each([
    ['${b}', '../b'],
    ['${a} + 1', '../../a + 1'],
    ['${outside}', '/data/outside'],
    ['count(${r})', 'count( /data/r )'],
    ['${a}div 2', '../../a div 2'],
    ["jr:choice-name(${b}, '${b}')", "jr:choice-name( ../b , '../b')"],
    ['indexed-repeat(${a}, ${r}, ${b})', 'indexed-repeat( /data/r/a , /data/r , ../b )'],
    ["instance('l')/root/item[x = ${a}]/y", "instance('l')/root/item[x = current()/../../a ]/y"],
    ['concat(“x”, ${a})', 'concat(&quot;x&quot;, ../../a )'],
  ])('says %s inside a repeat as pyxform does', (expression, path) => {
    expect(calculation(expression)).toBe(path);
  });

  it('is not written for a checklist with faults, and tells them', () => {
    const xform = writeXform(checklistSchema.parse({ id: 'form', survey: [{ type: 'text', name: 'a b' }] }));
    expect(xform).toMatchObject({ ok: false, problem: { code: 'checklist.faulty', details: { count: 1 } } });
  });

  it('of the largest checklist takes seconds, not minutes: the time grows with its rows and no faster', () => {
    const form = (size: number) =>
      checklistSchema.parse({
        id: 'form',
        survey: Array.from({ length: size }, (_, index) => ({
          type: 'calculate',
          name: `q${index}`,
          label: `第${index}题`,
          calculation: index === 0 ? '1' : `\${q${index - 1}} + 1`,
        })),
      });
    const took = (size: number) => {
      const start = performance.now();
      expect(writeXform(form(size)).ok).toBe(true);
      return performance.now() - start;
    };
    took(500);
    const [small, large] = [took(500), took(5_000)];
    expect(large).toBeLessThan(Math.max(small, 20) * 60);
  });
});
