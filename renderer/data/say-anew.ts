import type { Change } from '../../shared/changes/change';
import { type Author, makeChange } from '../../shared/changes/make-change';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Seal } from '../../shared/sealing/seal';
import { callBridge } from './call-bridge';
import type { Database, RefusedRow } from './database';
import { type OpenField, dropReplaced } from './drop-replaced';
import { refusedOf, replacingToo } from './follow-refused';
import { keepChanges } from './save';
import { openJson, openState } from './sealed-json';

/**
 * Says anew what was typed while the server was refusing what it rested on: that edit names the refused one only, so that elsewhere what
 * the refused one had replaced would still stand beside it. To be called after an exchange, where no save comes in between.
 */
export async function sayAnew(database: Database, seal: Seal, author: Author): Promise<Outcome<null>> {
  const rows = await database.refused.toArray();
  if (rows.length === 0) return succeed(null);
  await nameOthers(database, seal, author.device, rows);
  const records = [...new Set(rows.map(({ record }) => record))];
  const { refused, history, historyPages } = database;
  const tables = [refused, database.records, history, historyPages];
  const open = await database.transaction('rw', tables, async () => {
    const left = await dropReplaced(database, seal, records);
    return left;
  });
  const made = await Promise.all(
    records.map((record) => changeOf(database, seal, author, record, fieldsOf(open, record))),
  );
  const changes = made.flatMap((change) => change ?? []);
  if (changes.length === 0) return succeed(null);
  const written = await callBridge('journal.append', { origin: 'local', changes });
  if (!written.ok) return fail(written.problem);
  await keepChanges(database, seal, changes, { sequence: written.value.sequence, count: changes.length });
  return succeed(null);
}

/** What this laptop only carried and may not hand in is none of its own refusals: whoever made it hands it in. */
async function nameOthers(
  database: Database,
  seal: Seal,
  device: string,
  rows: readonly RefusedRow[],
): Promise<void> {
  for (const row of rows) {
    if (row.problem.code !== 'change.forbidden') continue;
    const change = openJson<Change>(seal, row.sealed);
    if (change.device === device) continue;
    const { author } = change;
    await database.refused.update(row.id, { problem: problem('change.carried', { author }) });
  }
}

function fieldsOf(open: readonly OpenField[], record: string): readonly string[] {
  return open.filter(({ row }) => row.record === record).map(({ field }) => field);
}

/** Null where nothing of this laptop's own stands alone in these fields: of several values a person decides, and that edit says it. */
async function changeOf(
  database: Database,
  seal: Seal,
  author: Author,
  record: string,
  fields: readonly string[],
): Promise<Change | null> {
  const row = fields.length === 0 ? undefined : await database.records.get(record);
  if (!row) return null;
  const state = openState(seal, row.sealed);
  const own = fields.flatMap((field) => {
    const [head, ...others] = state.fields[field]?.heads ?? [];
    return head?.device === author.device && others.length === 0 ? [{ field, head }] : [];
  });
  if (own.length === 0) return null;
  const target = { kind: state.kind, record, tour: state.scope };
  const values = Object.fromEntries(own.map(({ field, head }) => [field, head.value]));
  const texts = own.flatMap(({ field, head }) => (head.base ? [field] : []));
  const refused = (await refusedOf(database, seal, [record])).get(record) ?? [];
  return replacingToo(makeChange(author, target, state, values, { texts }), state, refused);
}
