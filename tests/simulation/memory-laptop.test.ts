import { testLaptopStore } from './laptop-store-suite';
import { emptyDisk, makeMemoryLaptop } from './memory-laptop';
import { testPutAway } from './put-away-suite';
import { freeThread } from './threads';

for (const suite of [testLaptopStore, testPutAway])
  suite(() => Promise.resolve(makeMemoryLaptop(emptyDisk()).storeFor(freeThread)));
