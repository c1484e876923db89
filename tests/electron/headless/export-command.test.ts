import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { runCommand } from '../../../electron/headless/run-command';
import { sendFile } from '../../../electron/sync/send-file';
import { type TourFile, tourFileSchema } from '../../../shared/tour-file/tour-file';
import { generatedTour, hashOf, pictureBytes } from '../../shared/documents/generated-tour';
import { openLaptopFiles } from '../../server/files/laptop-files';
import { accessOf } from '../../server/signed';
import { openTestOffice, type TestOffice } from '../../server/test-office';

let office: TestOffice;
let folder = '';
let url = '';
let said = '';
const io = { out: (text: string) => void (said += text), err: (text: string) => void (said += text) };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunji-export-'));
  office = await openTestOffice();
  url = await office.app.listen({ host: '127.0.0.1', port: 0 });
  const password = 'a sample password';
  vi.stubEnv('XUNJI_PASSWORD', password);
  const body = { login: 'boss', name: '示例管理员', role: 'administrator', password };
  const made = await office.administrator.ask('POST', '/api/accounts', body);
  if (made.statusCode !== 200) throw new Error(made.body);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const sorted = (file: TourFile) =>
  Object.fromEntries(
    Object.entries(file).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.toSorted((left, right) => (left.id < right.id ? -1 : 1)) : value,
    ]),
  );

it('what was published comes back as it was, with the originals that the server has', async () => {
  const tour = generatedTour();
  await writeFile(join(folder, 'tour.json'), JSON.stringify(tour));
  const to = ['--server', url, '--login', 'boss'];
  expect(await runCommand(['publish', join(folder, 'tour.json'), ...to], io)).toBe(0);
  const laptop = await openLaptopFiles(join(folder, 'store'), () => url, accessOf(office.administrator));
  expect((await sendFile(laptop, await laptop.add(pictureBytes(3)))).ok).toBe(true);

  const out = join(folder, 'exported/tour.json');
  expect(await runCommand(['export', ...to, '--tour', 'tour-1', '--out', out], io)).toBe(0);
  const exported = tourFileSchema.parse(JSON.parse(await readFile(out, 'utf8')));
  expect(sorted(exported)).toEqual(sorted(tour));
  expect(await readdir(join(folder, 'exported/files'))).toEqual([hashOf(pictureBytes(3))]);
  expect(said.match(/本机还没有附件/g)).toHaveLength(19);
  expect(await runCommand(['validate', out], io)).toBe(0);
});

it('a wrong password and a tour that is not there are told, and nothing is written', async () => {
  const out = join(folder, 'none/tour.json');
  said = '';
  expect(
    await runCommand(['export', '--server', url, '--login', 'nobody', '--tour', 'tour-1', '--out', out], io),
  ).toBe(1);
  expect(said).toContain('登录名或密码不正确');
  expect(
    await runCommand(['export', '--server', url, '--login', 'boss', '--tour', 'tour-9', '--out', out], io),
  ).toBe(1);
  expect(said).toContain('没有活动“tour-9”');
  expect(await readdir(folder)).not.toContain('none');
});
