import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCommand } from '../../../electron/headless/import-command';
import { parseTables } from '../../../electron/tables/parse-tables';
import { tourFileSchema } from '../../../shared/tour-file/tour-file';

const samples = join(import.meta.dirname, '../../../build/samples');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const io = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  const code = await importCommand(args, io, parseTables);
  return { code, ...said };
}

describe('import', () => {
  it('writes a tour file with its checklist and says what it found', async () => {
    const out = join(folder, 'tour.json');
    const checklist = join(samples, 'checklist.json');
    const { code, out: said } = await run(
      join(samples, 'itinerary.xlsx'),
      '--out',
      out,
      '--checklist',
      checklist,
    );
    expect(code).toBe(0);
    expect(said).toContain('3 个组，58 个点位，8 个区县，58 个对象，30 人，1 张检查表');
    expect(said).toContain('第一组：顾承昇带队，20 个点位，9 名成员，临江区、望湖区、北辰新区');
    const tour = tourFileSchema.parse(JSON.parse(await readFile(out, 'utf8')));
    expect(tour.stops).toHaveLength(58);
    expect(tour.checklists[0]).toMatchObject({ title: '安全生产与项目推进检查表', version: '2026-11' });
    expect(tour.checklists[0]?.survey.length).toBeGreaterThan(10);
  });

  it('reads a CSV of stops, in the encoding of Chinese Windows too; its leaders are its people', async () => {
    const stops = '组别,带队领导,序号,企业名称\r\n第一组,顾承昇,1,云澜鑫淼\r\n第二组,骆怀堃,1,望湖机械\r\n';
    const out = join(folder, 'list.json');
    await writeFile(join(folder, '周五.csv'), stops);
    const { code } = await run(join(folder, '周五.csv'), '--out', out);
    expect(code).toBe(0);
    const tour = tourFileSchema.parse(JSON.parse(await readFile(out, 'utf8')));
    expect(tour.tour.title).toBe('周五');
    expect(tour.teams.map(({ name }) => name)).toEqual(['第一组', '第二组']);
    expect(tour.people.map(({ name }) => name)).toEqual(['顾承昇', '骆怀堃']);
    expect(tour.stops).toHaveLength(2);
    // 组别,序号 and nothing under it, in GB18030.
    await writeFile(join(folder, 'gbk.csv'), Buffer.from('d7e9b1f02cd0f2bac50a', 'hex'));
    expect((await run(join(folder, 'gbk.csv'), '--out', out)).err).toContain('表头缺少“企业名称”一列');
  });

  it('lists all faults of a broken itinerary and writes nothing', async () => {
    const before = await readdir(folder);
    const { code, err } = await run(join(samples, 'broken/bad-rows.xlsx'), '--out', join(folder, 'bad.json'));
    expect(code).toBe(1);
    expect(err).toContain('行程表有 6 处错误，未导入任何内容。');
    expect(err).toContain('工作表\t行\t列\t问题\n点位\t5\tA\t组别是空的');
    expect(err.split('\n').filter((line) => line.startsWith('点位\t'))).toHaveLength(6);
    expect(await readdir(folder)).toEqual(before);
  });

  it('tells what is wrong with the file, the checklist or the place to write to', async () => {
    const out = join(folder, 'other.json');
    const good = join(samples, 'itinerary.xlsx');
    expect((await run(join(samples, 'broken/wrong-type.xlsx'), '--out', out)).err).toContain(
      '是文本文件，不是表格',
    );
    expect((await run(join(folder, 'missing.xlsx'), '--out', out)).err).toContain('找不到文件“missing.xlsx”');
    const twice = { name: 'a', type: 'text', label: { zh: '甲' } };
    await writeFile(join(folder, 'twice.json'), JSON.stringify({ title: '表', items: [twice, twice] }));
    expect(await run(good, '--out', out, '--checklist', join(folder, 'twice.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('题目的 name 有重复') as string,
    });
    expect((await run(good, '--out', out, '--checklist', good)).err).toContain('不是 JSON');
    expect(await run(good, '--out', join(folder, 'no/such/folder.json'))).toMatchObject({ code: 1 });
    expect(await readdir(folder)).not.toContain('other.json');
  });

  it('says how it is called', async () => {
    for (const args of [[], ['a.xlsx'], ['a.xlsx', '--out'], ['a.xlsx', 'b.xlsx', '--out', 'c'], ['--what']])
      expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining('用法') as string });
  });
});
