import { afterEach, beforeEach, expect, it } from 'vitest';
import { handInCarried } from '../../../renderer/data/bundles/hand-in-carried';
import type { Database } from '../../../renderer/data/database';
import { exchangeOnce } from '../../../renderer/data/exchange-once';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { recover } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { plainSeal } from '../../../shared/sealing/seal';
import { problem } from '../../../shared/problems';
import { author } from './author';
import { dropWhole, openFresh } from './fresh-database';
import type { MemoryBridge } from './memory-bridge';

let database: Database;
let bridge: MemoryBridge;

beforeEach(async () => {
  ({ bridge, database } = await openFresh());
});
afterEach(() => dropWhole(database));

it.each(['bundle.signerRevoked', 'bundle.signatureWrong', 'bundle.otherOffice', 'change.forbidden'] as const)(
  'takes what the server said of carried pages out of the outbox, and keeps with its reason what was refused: %s',
  async (code) => {
    for (const id of ['n1', 'n2', 'n3'])
      await save(database, plainSeal, author, [{ kind: 'note', id, tour: 't1', values: { text: id } }]);
    const [first = '', second = '', own = ''] = bridge.journal.map(({ change }) => change.id);
    const refused = [{ change: second, problem: problem(code) }];
    bridge.pages.push(
      { handed: 'h1', settled: [first], refused: [] },
      { handed: 'h2', settled: [], refused },
    );
    expect(await handInCarried(database, plainSeal, oneAtATime())).toEqual({ ok: true, value: null });
    expect(bridge.pages).toEqual([]);
    expect((await database.outbox.toArray()).flatMap(({ ids }) => ids)).toEqual([own]);
    const rows = async () => (await database.refused.toArray()).map(({ id, problem: why }) => [id, why.code]);
    expect(await rows()).toEqual([[second, code]]);
    // A new start offers what was refused once more; this alone stays, or it would go in by the right of who carried it.
    await recover(database, plainSeal);
    await exchangeOnce(database, plainSeal, oneAtATime(), () => 'now');
    expect(bridge.log.map(({ id }) => id)).toEqual([own]);
    expect(await rows()).toHaveLength(1);
    // Nor by another database of the server, which is offered all that the journal has.
    bridge.epoch = 'epoch-2';
    bridge.log.splice(0);
    const exchange = () => exchangeOnce(database, plainSeal, oneAtATime(), () => 'now');
    while ((await exchange()).ok && (await database.outbox.count()) > 0);
    expect(bridge.log.map(({ id }) => id)).toEqual([first, own]);
    // Nor by a database that is made again, which knows why as well.
    database.close();
    await database.delete();
    await recover(database, plainSeal);
    expect(await rows()).toEqual([[second, code]]);
    expect((await database.records.toArray()).map(({ id }) => id).sort()).toEqual(['n1', 'n2', 'n3']);
    expect((await database.outbox.toArray()).flatMap(({ ids }) => ids)).not.toContain(second);
  },
);
