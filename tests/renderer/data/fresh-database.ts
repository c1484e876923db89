import { checkBehind, recover } from '../../../renderer/data/recover';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { plainSeal } from '../../../shared/sealing/seal';
import { memoryBridge } from './memory-bridge';

let opened = 0;

/** The laptop's database as a first start leaves it, on a bridge in memory with an empty journal. */
export async function openFresh() {
  const bridge = memoryBridge();
  const database = openDatabase(`fresh-${(opened += 1)}-${Date.now()}`);
  await recover(database, plainSeal);
  return { bridge, database };
}

export async function drop(database: Database): Promise<void> {
  database.close();
  await database.delete();
}

/** Not before its rows were read and agree with their fingerprint. */
export async function dropWhole(database: Database): Promise<void> {
  const checked = await checkBehind(database, plainSeal, () => Promise.resolve());
  if (!checked.ok || checked.value !== 'whole') throw new Error('the rows and their fingerprint disagree');
  await drop(database);
}
