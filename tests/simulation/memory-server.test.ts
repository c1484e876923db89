import { emptyServerDisk, makeMemoryServer } from './memory-server';
import { testServerStore } from './server-store-suite';
import { freeThread } from './threads';

testServerStore(() => {
  const server = makeMemoryServer(emptyServerDisk('epoch-1'));
  return Promise.resolve({ store: server.storeFor(freeThread, 'laptop-1'), close: () => Promise.resolve() });
});
