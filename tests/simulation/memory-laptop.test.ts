import { testLaptopStore } from './laptop-store-suite';
import { emptyDisk, makeMemoryLaptop } from './memory-laptop';
import { freeThread } from './threads';

testLaptopStore(() => Promise.resolve(makeMemoryLaptop(emptyDisk()).storeFor(freeThread)));
