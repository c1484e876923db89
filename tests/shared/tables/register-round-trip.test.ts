import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personSchema } from '../../../shared/records/person';
import { siteKinds, siteSchema } from '../../../shared/records/site';
import { unitSchema } from '../../../shared/records/unit';
import type { Register } from '../../../shared/tables/table-reading';
import type { Cell } from '../../../shared/tables/workbook';
import { writeRegisterTable } from '../../../shared/tables/write-register-table';
import { after, empty, read } from './read-rows';

const word = fc.stringMatching(/^[甲乙丙丁局厂a-z0-9（）=+@-]{1,6}$/u);
const loose = fc.oneof(fc.constant(''), fc.string({ maxLength: 8 }), word);
const uniqueNames = fc.uniqueArray(word, { maxLength: 8, selector: (name) => name.normalize('NFKC') });

const registers = fc
  .record({
    names: uniqueNames,
    seed: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    sites: fc.array(
      fc.record({
        name: word,
        kind: fc.constantFrom(...siteKinds),
        enterprise: loose,
        project: loose,
        district: loose,
        address: loose,
        position: fc.option(
          fc.record({
            latitude: fc.double({ min: -90, max: 90, noNaN: true }).map((value) => Number(value.toFixed(6))),
            longitude: fc
              .double({ min: -180, max: 180, noNaN: true })
              .map((value) => Number(value.toFixed(6))),
          }),
        ),
        facts: fc.array(word, { maxLength: 3 }),
        ledger: fc.array(
          fc.record({
            name: fc.oneof(word, fc.constantFrom('地址', '名称', '台账：地址', '序号', '总投资')),
            value: word,
          }),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 6 },
    ),
    people: fc.array(
      fc.record({
        name: word,
        posts: fc.array(word, { maxLength: 3 }),
        phone: loose,
        rank: fc.nat(99_999),
        of: fc.nat(),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ names, seed, sites, people }): Register => {
    const units = names.map((name, index) =>
      unitSchema.parse({
        id: `u${index}`,
        name,
        rank: index,
        short: index % 2 === 0 ? `简${index}` : '',
        // Towards the front only: a tree.
        parent: index === 0 || (seed[index] ?? 0) % 3 === 0 ? '' : `u${(seed[index] ?? 0) % index}`,
      }),
    );
    return {
      units,
      people: people.map(({ of, ...person }, index) =>
        personSchema.parse({
          ...person,
          id: `p${index}`,
          unit: units.length === 0 ? '' : (units[of % units.length]?.id ?? ''),
        }),
      ),
      sites: sites.map((site, index) => siteSchema.parse({ ...site, id: `s${index}` })),
    };
  });

describe('a register that was exported', () => {
  test.each(['people', 'units', 'sites'] as const)('comes back without a change: %s', (table) => {
    fc.assert(
      fc.property(registers, (register) => {
        const written = writeRegisterTable(table, register).rows;
        const reading = read(table, written, register);
        expect(reading.faults).toEqual([]);
        expect(reading.edits).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('comes back the same on an empty laptop', () => {
    fc.assert(
      fc.property(registers, (register) => {
        const distinct = { ...register, people: onlyOnce(register.people), sites: onlyOnce(register.sites) };
        const units = read('units', writeRegisterTable('units', distinct).rows);
        const withUnits = after(empty, units.edits);
        const people = read('people', writeRegisterTable('people', distinct).rows, withUnits);
        const sites = read('sites', writeRegisterTable('sites', distinct).rows, withUnits);
        const back = after(after(withUnits, people.edits), sites.edits);
        expect([units.faults, people.faults, sites.faults]).toEqual([[], [], []]);
        for (const table of ['people', 'units', 'sites'] as const)
          expect(withoutIds(writeRegisterTable(table, back).rows)).toEqual(
            withoutIds(writeRegisterTable(table, distinct).rows),
          );
      }),
      { numRuns: 200 },
    );
  });
});

function onlyOnce<R extends { readonly name: string }>(records: readonly R[]): readonly R[] {
  return [...new Map(records.map((record) => [record.name.normalize('NFKC'), record])).values()];
}

/** As people see the rows: blanks that no cell keeps apart are no difference. */
function withoutIds(rows: readonly (readonly Cell[])[]): readonly (readonly string[])[] {
  return rows.map((row) =>
    row.slice(0, -1).map((cell) =>
      String(cell ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
}
