import { expect, it } from 'vitest';
import { noteChange } from '../server/note-change';
import { seeded } from '../server/seeded';
import { changesOf } from './memory-server';
import { makeNode } from './node';

const cases = 10_000;
const perServer = 100;

it(`a request is answered the same however often it comes, and has its effect once: ${cases} cases`, async () => {
  const random = seeded(1);
  for (let done = 0; done < cases; done += perServer) {
    const node = makeNode('central', {});
    let cursors = {};
    let views = {};
    for (let turn = 0; turn < perServer; turn += 1) {
      const changes = Array.from({ length: Math.floor(random() * 3) }, () => noteChange());
      const request = { protocol: 2 as const, device: 'd', epoch: node.disk.epoch, cursors, views, changes };
      const before = changesOf(node.disk).length;
      // The first answer is lost on the way.
      await node.answerNow(request);
      const answer = await node.answerNow(request);
      for (let times = Math.floor(random() * 9); times > 0; times -= 1)
        expect(await node.answerNow(request)).toEqual(answer);
      expect(answer.settled).toEqual(changes.map(({ id }) => id));
      expect(changesOf(node.disk)).toHaveLength(before + changes.length);
      ({ cursors, views } = answer);
    }
  }
});
