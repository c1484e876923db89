import { afterEach } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { recover } from '../../../renderer/data/recover';
import { plainSeal } from '../../../shared/sealing/seal';
import { testLaptopStore } from '../../simulation/laptop-store-suite';
import { testPutAway } from '../../simulation/put-away-suite';
import { memoryBridge } from './memory-bridge';

let database: Database;
let opened = 0;

afterEach(async () => {
  database.close();
  await database.delete();
});

for (const suite of [testLaptopStore, testPutAway])
  suite(async () => {
    memoryBridge();
    database = openDatabase(`laptop-store-${(opened += 1)}`);
    await recover(database, plainSeal);
    return laptopStoreOn(database, plainSeal);
  });
