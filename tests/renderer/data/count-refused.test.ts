import { expect, it } from 'vitest';
import { problem } from '../../../shared/problems';
import { countRefused } from '../../../renderer/data/count-refused';
import { drop, openFresh } from './fresh-database';

it('counts what was only carried here as held and not as refused', async () => {
  const { database } = await openFresh();
  expect(await countRefused(database)).toEqual({ refused: 0, held: 0 });
  const row = { kind: 'note', record: 'n1', sealed: new Uint8Array() } as const;
  await database.refused.bulkPut([
    { ...row, id: 'own', problem: problem('change.unknown') },
    { ...row, id: 'carried-1', problem: problem('bundle.writerRevoked'), isWithheld: true },
    { ...row, id: 'carried-2', problem: problem('bundle.writerRevoked'), isWithheld: true },
  ]);
  expect(await countRefused(database)).toEqual({ refused: 1, held: 2 });
  await drop(database);
});
