import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptTables } from '../../../server/database/kept-tables';

const server = join(import.meta.dirname, '../../../server');

function filesIn(folder: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|sql)$/.test(name))
    .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));
}

const statement =
  /\b(select\s+[\w*$'(]|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|truncate\s|alter\s+table\s)/;

/** The texts between backticks or quotation marks that are SQL. */
function statementsIn(text: string): readonly string[] {
  const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  return [...code.matchAll(/`[^`]*`|'[^'\n]*'/g)]
    .map(([literal]) => literal)
    .filter((literal) => statement.test(literal));
}

const tables = (text: string) =>
  [...text.matchAll(/create table (?:if not exists )?(\w+) \(([^;]*)\);/g)].map(
    ([, name = '', body = '']) => ({ name, body }),
  );

/** Joins between tables of ours; `unnest` and what a statement made itself are none. */
function unscopedJoins(sql: string, names: readonly string[]): readonly string[] {
  const joins = [...sql.matchAll(/\bjoin\s+(\w+)([^]*?)(?=\bjoin\b|\bwhere\b|\border\b|\bleft\b|\)|$)/g)];
  return joins
    .filter(([, table = '', condition = '']) => names.includes(table) && !/\bscope\b/.test(condition))
    .map(([join]) => join);
}

describe('What the database is asked', () => {
  const migrations = filesIn(join(server, 'database/migrations'));
  const all = migrations.flatMap(({ text }) => tables(text));
  const queries = filesIn(server)
    .filter(({ name }) => name.startsWith('database/') && name.endsWith('.ts'))
    .flatMap(({ name, text }) => statementsIn(text).map((sql) => ({ name, sql })));

  test('stands in server/database and nowhere else', () => {
    const elsewhere = filesIn(server)
      .filter(({ name }) => !name.startsWith('database/'))
      .flatMap(({ name, text }) => statementsIn(text).map((sql) => `${name}: ${sql}`));
    expect(elsewhere).toEqual([]);
    expect(queries.length).toBeGreaterThan(30);
  });

  test('every table has its scope as the first column of its key', () => {
    const keyed = ({ name, body }: { name: string; body: string }) =>
      /primary key \(scope[,)]/.test(body) ||
      /scope text collate "C" primary key/.test(body) ||
      migrations.some(({ text }) =>
        new RegExp(`alter table ${name} add column scope text .*primary key`).test(text),
      );
    expect(all.filter((table) => !keyed(table)).map(({ name }) => name)).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(14);
    for (const key of Object.values(keptTables)) expect(key[0]).toBe('scope');
  });

  test('no statement joins rows of different scopes', () => {
    const names = all.map(({ name }) => name);
    const policies = migrations.map(({ name, text }) => ({ name, sql: text }));
    const crossing = [...queries, ...policies].flatMap(({ name, sql }) =>
      unscopedJoins(sql, names).map((join) => `${name}: ${join}`),
    );
    expect(crossing).toEqual([]);
  });

  test('such statements would be found', () => {
    expect(statementsIn("await query('select body from changes where number = 1')")).toHaveLength(1);
    expect(
      unscopedJoins('select from changes c join records r on r.id = c.id where true', ['records']),
    ).toHaveLength(1);
    expect(unscopedJoins('select from changes c join records r using (scope, id)', ['records'])).toEqual([]);
  });
});
