import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAddressBook } from '../../../electron/keys/address-book';
import { readCard, writeCard } from '../../../electron/keys/card-text';
import { fingerprint } from '../../../electron/keys/fingerprint';
import { openDeviceKeys } from '../../../electron/keys/open-device-keys';
import { verifySignature } from '../../../shared/node/verify-signature';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { plainSeal } from '../../../shared/sealing/seal';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (device = 'laptop-1') =>
  openDeviceKeys(nodeFileSystem, join(folder, 'keys.json'), plainSeal, device);

it('the keys of a laptop are made once, and only their owner can read the file', async () => {
  const first = await open();
  const again = await open();
  expect(again).toMatchObject({
    signingPublic: first.signingPublic,
    sealingPublic: first.sealingPublic,
    identity: first.identity,
  });
  expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600);
  const bytes = Buffer.from('巡记');
  expect(verifySignature(first.signingPublic, bytes, again.sign(bytes))).toBe(true);
  expect(verifySignature(first.signingPublic, Buffer.from('别的'), again.sign(bytes))).toBe(false);
});

it('a data folder that was copied to another laptop gets keys of its own', async () => {
  const first = await open();
  const other = await open('laptop-2');
  expect(other.signingPublic).not.toBe(first.signingPublic);
  expect(other.sealingPublic).not.toBe(first.sealingPublic);
});

it('a key file that cannot be read stops the start: new keys would make bundles on their way worthless', async () => {
  await open();
  await writeFile(join(folder, 'keys.json'), '{"device":"laptop-1"');
  await expect(open()).rejects.toThrow(SyntaxError);
  expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe('{"device":"laptop-1"');
});

it('a card is read as it was written, also with the line breaks of a message; a changed one is none', async () => {
  const keys = await open();
  const text = writeCard(keys, '周敏');
  const card = {
    device: 'laptop-1',
    name: '周敏',
    signing: keys.signingPublic,
    sealing: keys.sealingPublic,
  };
  expect(readCard(text)).toEqual(card);
  expect(readCard(` ${text.slice(0, 40)}\r\n${text.slice(40)}\n`)).toEqual(card);
  expect(readCard(`周敏的名片：\n${text}（请添加）`)).toEqual(card);
  const { signature } = JSON.parse(Buffer.from(text.slice(13), 'base64url').toString()) as {
    signature: string;
  };
  const forged = Buffer.from(JSON.stringify({ card: { ...card, name: '罗启明' }, signature }));
  for (const wrong of [
    '',
    'xunji-card:1:',
    text.slice(0, -3),
    `xunji-card:1:${forged.toString('base64url')}`,
  ])
    expect(readCard(wrong)).toBeNull();
});

it('a fingerprint is six groups of five digits, and another key has another one', async () => {
  const [one, two] = [await open('laptop-1'), await open('laptop-2')];
  const shown = fingerprint(one.signingPublic, one.sealingPublic);
  expect(shown).toMatch(/^(\d{5} ){5}\d{5}$/);
  expect(fingerprint(two.signingPublic, two.sealingPublic)).not.toBe(shown);
  expect(fingerprint(one.signingPublic, two.sealingPublic)).not.toBe(shown);
});

it('a laptop that was revoked stays so, even when its card is handed in again', async () => {
  const path = join(folder, 'devices.json');
  const keys = await open();
  const card = readCard(writeCard(keys, '周敏'));
  if (!card) throw new Error('no card');
  const book = await openAddressBook(nodeFileSystem, path);
  await book.keep(card);
  await book.setRevoked('laptop-1', true);
  await book.keep({ ...card, name: '周敏（新）' });
  const again = await openAddressBook(nodeFileSystem, path);
  expect(again.list()).toEqual([{ ...card, name: '周敏（新）', revoked: true }]);
  await again.remove('laptop-1');
  expect(again.find('laptop-1')).toBeUndefined();
});
