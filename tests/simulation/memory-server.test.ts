import { expect, it } from 'vitest';
import { acceptRequest } from '../../shared/sync/accept-request';
import { noteChange } from '../server/note-change';
import { emptyServerDisk, makeMemoryServer } from './memory-server';
import { testServerStore } from './server-store-suite';
import { freeThread } from './threads';

testServerStore(() => {
  const server = makeMemoryServer(emptyServerDisk('epoch-1'));
  return Promise.resolve({ store: server.storeFor(freeThread, 'laptop-1'), close: () => Promise.resolve() });
});

it('would take what comes out of turn, if it did not look', async () => {
  const server = makeMemoryServer(emptyServerDisk('epoch-1'), { takesOutOfTurn: true });
  const store = server.storeFor(freeThread, 'laptop-1');
  const change = noteChange({ scope: 'tour-1' });
  const request = { protocol: 2 as const, device: 'laptop-1', epoch: 'epoch-1', cursors: {}, views: {} };
  const reply = await acceptRequest(store, {
    ...request,
    changes: [change],
    after: { 'tour-1': ['missing'] },
  });
  expect(reply.settled).toEqual([change.id]);
});
