import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../electron/headless/run-command';
import { generatedPhotos, generatedTour } from '../../shared/documents/generated-tour';

let folder = '';
let said = { out: '', err: '' };
const io = {
  out: (text: string) => void (said.out += text),
  err: (text: string) => void (said.err += text),
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunji-headless-'));
  said = { out: '', err: '' };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, value: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

describe('the dispatcher', () => {
  it('says how to call it in both languages when it is called wrongly', async () => {
    for (const args of [
      [],
      ['compare'],
      ['constructor'],
      ['compile', '--colour'],
      ['compile'],
      ['validate'],
      ['export'],
    ]) {
      said = { out: '', err: '' };
      expect(await runCommand(args, io)).toBe(2);
      expect(said.err).toMatch(/用法|命令/);
      expect(said.err).toMatch(/usage|commands/);
    }
  });
});

describe('validate', () => {
  it('says what a sound file holds', async () => {
    expect(await runCommand(['validate', await write('tour.json', generatedTour())], io)).toBe(0);
    expect(said.out).toContain('3 个组，58 个点位，90 条记录，120 条讲话要点，200 个问题，20 个附件');
  });

  it('names every fault by its path', async () => {
    const { stops, ...rest } = generatedTour();
    const faulty = {
      ...rest,
      stops: stops.map((stop, index) => (index < 2 ? { ...stop, site: 'lost' } : stop)),
    };
    expect(await runCommand(['validate', await write('tour.json', faulty)], io)).toBe(1);
    expect(said.err).toContain('stops[0].site：指向的“lost”不在 sites 中');
    expect(said.err).toContain('stops[1].site：');
    expect(said.err).toContain('共 2 处错误');
  });

  it('says why a file cannot be read', async () => {
    expect(await runCommand(['validate', join(folder, 'none.json')], io)).toBe(1);
    expect(await runCommand(['validate', await write('broken.json', '{"format":')], io)).toBe(1);
    expect(said.err).toContain('找不到文件“none.json”');
    expect(said.err).toContain('“broken.json”：内容不是完整的 JSON');
  });

  it('refuses a file that is not UTF-8 instead of taking its names for other characters', async () => {
    const path = join(folder, 'gb.json');
    const text = JSON.stringify(generatedTour());
    // 云 in GB18030.
    await writeFile(
      path,
      Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xd4, 0xc6]), Buffer.from('}')]),
    );
    expect(await runCommand(['validate', path], io)).toBe(1);
    expect(said.err).toContain('不是 UTF-8 编码');
  });

  it('takes a file with a byte order mark', async () => {
    const path = await write('tour.json', `\uFEFF${JSON.stringify(generatedTour())}`);
    expect(await runCommand(['validate', path], io)).toBe(0);
  });
});

describe('compile', () => {
  it('makes all documents and prints where they lie', async () => {
    await mkdir(join(folder, 'files'));
    for (const [sha256, bytes] of generatedPhotos()) await writeFile(join(folder, 'files', sha256), bytes);
    const out = join(folder, 'a/b');
    expect(await runCommand(['compile', await write('tour.json', generatedTour()), '--out', out], io)).toBe(
      0,
    );
    const names = (await readdir(out)).toSorted();
    expect(names.map((name) => name.replace(/^.*-/, ''))).toEqual([
      '纪要.docx',
      '纪要.evidence.json',
      '纪要.pdf',
      '问题清单.xlsx',
    ]);
    for (const name of names) expect(said.out).toContain(join(out, name));
    const docx = unzipSync(await readFile(join(out, names[0] ?? '')));
    const media = Object.entries(docx).filter(([path]) => path.startsWith('word/media/'));
    expect(media.map(([, bytes]) => createHash('sha256').update(bytes).digest('hex')).toSorted()).toEqual(
      [...generatedPhotos().keys()].toSorted(),
    );
  });

  it('does not take a damaged original for the photo', async () => {
    await mkdir(join(folder, 'files'));
    for (const sha256 of generatedPhotos().keys()) await writeFile(join(folder, 'files', sha256), 'damaged');
    const path = await write('tour.json', generatedTour());
    expect(await runCommand(['compile', path, '--out', join(folder, 'out')], io)).toBe(0);
    expect(said.err).toContain('本机还没有附件“IMG_1000.jpg”的原件');
  });

  it('says when the folder cannot be written to', async () => {
    const [path, blocker] = [await write('tour.json', generatedTour()), await write('blocker', 'x')];
    expect(await runCommand(['compile', path, '--out', join(blocker, 'out')], io)).toBe(1);
    expect(said.err).toContain('无法写入文件夹');
  });

  it('makes nothing of a faulty tour', async () => {
    const path = await write('tour.json', { ...generatedTour(), format: 'other' });
    expect(await runCommand(['compile', path, '--out', join(folder, 'out')], io)).toBe(1);
    expect((await readdir(folder)).toSorted()).toEqual(['tour.json']);
  });
});
