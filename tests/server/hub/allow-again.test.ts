import { expect, test } from 'vitest';
import { runHubTask } from '../../../server/hub/run-hub-task';
import { injectInto, makeTestLaptop } from '../test-laptop';
import { openTestOffice } from '../test-office';

test('a laptop that was removed from a hub comes to it again once its owner lets it in, with the keys and the account that it had', async () => {
  const { app, office, close } = await openTestOffice();
  const code = await runHubTask(office, { kind: 'code', for: 'member' });
  const laptop = makeTestLaptop(injectInto(app));
  const enrolled = await laptop.enrol('code' in code ? code.code : '');
  expect(enrolled.statusCode).toBe(200);
  const comes = async () => {
    const { statusCode } = await laptop.open();
    return statusCode;
  };
  expect(await comes()).toBe(200);
  expect(await runHubTask(office, { kind: 'revoke', device: laptop.id })).toEqual({ done: true });
  expect(await comes()).toBe(401);
  expect(await runHubTask(office, { kind: 'allow', device: laptop.id })).toEqual({ done: true });
  expect(await comes()).toBe(200);
  expect(await runHubTask(office, { kind: 'allow', device: 'nobody' })).toMatchObject({
    problem: { code: 'device.gone' },
  });
  await close();
});
