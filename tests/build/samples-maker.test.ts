import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, type CellValue } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenCells } from '../../build/samples-maker/break-itinerary';
import { presetTemplate } from '../../shared/checklists/preset-template';
import { samplePhotos } from '../../build/samples-maker/photos/sample-photos';
import { sampleFiles } from '../../build/samples-maker/sample-files';
import { sampleSeed } from '../../build/samples-maker/sample-seed';
import { stages } from '../../build/samples-maker/sample-stop';
import type { SampleAnswers, SampleVisit } from '../../build/samples-maker/sample-visit';
import { writeSamples } from '../../build/samples-maker/write-samples';

const committed = join(import.meta.dirname, '../../build/samples');

/** Drawing all twelve takes minutes; one with heaps and trees strewn by the seed stands for them. */
const redrawn = samplePhotos.filter((photo) => photo.name === '09-earthwork.jpg');

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'));
  await writeSamples(folder, sampleSeed, redrawn, () => undefined);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The files that were made now and are not the same in the repository. */
async function differing(paths: readonly string[]): Promise<readonly string[]> {
  const same = await Promise.all(
    paths.map(async (path) =>
      (await readFile(join(folder, path))).equals(await readFile(join(committed, path))),
    ),
  );
  return paths.filter((_path, index) => same[index] !== true);
}

async function rowsOf(path: string, name: string): Promise<readonly (readonly CellValue[])[]> {
  const book = await readXlsx(await readFile(path));
  return book.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
}

async function column(name: string): Promise<readonly CellValue[]> {
  const [header, ...rows] = await rowsOf(join(folder, 'itinerary.xlsx'), '点位');
  const at = header?.indexOf(name) ?? -1;
  return rows.map((row) => row[at] ?? null);
}

describe('the sample office', () => {
  it('is made again with the same bytes as the files in the repository', async () => {
    expect(await differing((await sampleFiles(sampleSeed)).map((file) => file.path))).toEqual([]);
  });

  it('has other house numbers with another seed', async () => {
    const other = (await sampleFiles(sampleSeed + 1)).find((file) => file.path === 'itinerary.xlsx');
    const kept = await readFile(join(committed, 'itinerary.xlsx'));
    expect(kept.equals(other?.bytes ?? Buffer.alloc(0))).toBe(false);
  });

  it('draws a photograph again with the same bytes', async () => {
    expect(redrawn).toHaveLength(1);
    expect(await differing(redrawn.map((photo) => `photos/${photo.name}`))).toEqual([]);
  });

  it('keeps twelve photographs of at most 600 KB, under 6 MB together', async () => {
    const sizes = await Promise.all(
      samplePhotos.map(async ({ name }) => (await stat(join(committed, 'photos', name))).size),
    );
    expect(sizes).toHaveLength(12);
    expect(Math.min(...sizes)).toBeGreaterThan(100 * 1024);
    expect(Math.max(...sizes)).toBeLessThan(600 * 1024);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5.8 * 1024 * 1024);
  });
});

describe('the itinerary', () => {
  it('holds 3 teams, 8 districts and 58 stops with stages that are known', async () => {
    expect(new Set(await column('组别')).size).toBe(3);
    expect(new Set(await column('区县')).size).toBe(8);
    expect(await column('企业名称')).toHaveLength(58);
    expect(new Set(await column('企业名称')).size).toBe(58);
    expect(new Set(await column('阶段'))).toEqual(new Set(stages));
  });

  it('numbers the stops of every team from 1 without a gap and lets time only move on', async () => {
    const [teams, orders, times] = await Promise.all([column('组别'), column('序号'), column('计划时间')]);
    for (const team of new Set(teams)) {
      const own = teams.flatMap((name, index) => (name === team ? [index] : []));
      expect(own.map((index) => orders[index])).toEqual(own.map((_, index) => index + 1));
      const clock = own.map((index) => String(times[index]));
      expect(clock).toEqual([...new Set(clock)].sort());
      expect(clock[0]).toBe('08:30');
      expect(clock.filter((time) => time >= '12:00' && time < '13:30')).toEqual([]);
      expect(clock.at(-1)! < '18:00').toBe(true);
    }
  });

  it('has long names, rare characters and one outside the basic plane', async () => {
    const names = [...(await column('企业名称')), ...(await column('项目名称'))].map(String);
    expect(names.filter((name) => Array.from(name).length >= 30).length).toBeGreaterThanOrEqual(3);
    expect(names.some((name) => /[\u{10000}-\u{10ffff}]/u.test(name))).toBe(true);
  });

  it('says the number of stops, and gives every person a team and a rank of his own', async () => {
    const activity = new Map(
      (await rowsOf(join(folder, 'itinerary.xlsx'), '活动')).map((row) => [row[0], row[1]]),
    );
    expect(activity.get('点位总数')).toBe(58);
    const people = (await rowsOf(join(folder, 'itinerary.xlsx'), '人员')).slice(1);
    expect(people).toHaveLength(30);
    expect(people.map((row) => row[5])).toEqual(people.map((_, index) => index + 1));
    expect(new Set(people.map((row) => row[0])).size).toBe(30);
  });
});

describe('the broken itineraries', () => {
  it('differ from the good one in the cells that expected.json names, and in no other', async () => {
    const good = await rowsOf(join(folder, 'itinerary.xlsx'), '点位');
    const bad = await rowsOf(join(folder, 'broken/bad-rows.xlsx'), '点位');
    const differences = good.flatMap((row, index) =>
      row.flatMap((value, at) =>
        (bad[index]?.[at] ?? null) === (value ?? null)
          ? []
          : [{ row: index + 1, column: good[0]?.[at], value: bad[index]?.[at] ?? '' }],
      ),
    );
    expect(differences).toEqual(brokenCells.map(({ row, column, value }) => ({ row, column, value })));
    const expected: unknown = JSON.parse(await readFile(join(folder, 'broken/expected.json'), 'utf8'));
    expect(expected).toMatchObject({ 'bad-rows.xlsx': brokenCells });
  });

  it('lack a column, lack everything, or are no workbook at all', async () => {
    const [header] = await rowsOf(join(folder, 'broken/missing-column.xlsx'), '点位');
    expect(header).not.toContain('企业名称');
    expect(header).toContain('项目名称');
    expect(await rowsOf(join(folder, 'broken/empty.xlsx'), '点位')).toEqual([]);
    await expect(
      readFile(join(folder, 'broken/wrong-type.xlsx')).then((bytes) => readXlsx(bytes)),
    ).rejects.toThrow(/zip|format/iu);
  });
});

describe('the recorded visits', () => {
  const read = async (): Promise<readonly SampleVisit[]> => {
    const file = JSON.parse(await readFile(join(folder, 'visits.json'), 'utf8')) as {
      readonly visits: readonly SampleVisit[];
    };
    return file.visits;
  };

  it('name stops, speakers and photographs that exist, and tell how an issue was solved exactly when it was', async () => {
    const [teams, orders] = await Promise.all([column('组别'), column('序号')]);
    const stops = new Set(teams.map((team, index) => `${String(team)}/${String(orders[index])}`));
    const people = (await rowsOf(join(folder, 'itinerary.xlsx'), '人员')).slice(1);
    const teamOf = new Map(people.map((row) => [row[0], row[3]]));
    const photos = new Set(samplePhotos.map((photo) => photo.name));
    const visits = await read();
    expect(visits).toHaveLength(15);
    for (const visit of visits) {
      expect(stops).toContain(`${visit.team}/${visit.order}`);
      for (const remark of visit.remarks) expect(teamOf.get(remark.speaker)).toBe(visit.team);
      for (const issue of visit.issues) expect(issue.solution !== undefined).toBe(issue.solvedOnSite);
      for (const name of [...visit.photos, ...visit.issues.flatMap((issue) => issue.photos)]) {
        expect(photos).toContain(name);
      }
    }
    expect(visits.flatMap((visit) => visit.photos).sort()).toEqual([...photos]);
  });

  it('answer what the checklist asks, with its choices, and only where its skip logic lets them', async () => {
    for (const visit of await read()) {
      const asked = presetTemplate.items.filter((item) => isRelevant(item.relevant, visit.answers));
      const answered = Object.keys(visit.answers);
      const required = asked.filter((item) => item.required === true).map((item) => item.name);
      expect(asked.map((item) => item.name)).toEqual(expect.arrayContaining(answered));
      expect(answered).toEqual(expect.arrayContaining(required));
      for (const { name, choices } of asked.filter((item) => item.choices !== undefined)) {
        const chosen = [visit.answers[name] ?? []].flat();
        expect(choices?.map((choice) => choice.name)).toEqual(expect.arrayContaining(chosen));
      }
    }
  });
});

/** The few forms of expression that the sample checklist uses; whoever reads it has an evaluator of its own. */
function isRelevant(expression: string | undefined, answers: SampleAnswers): boolean {
  if (expression === undefined) return true;
  return expression.split(' or ').some((any) =>
    any.split(' and ').every((term) => {
      const selected = /^selected\(\$\{(\w+)\}, '(\w+)'\)$/u.exec(term);
      if (selected !== null) return [answers[selected[1] ?? '']].flat().includes(selected[2] ?? '');
      const [, name, operator, value] = /^\$\{(\w+)\} (=|!=|>) '?(\w+)'?$/u.exec(term) ?? [];
      const answer = answers[name ?? ''];
      if (operator === '>') return Number(answer) > Number(value);
      return (answer === value) === (operator === '=');
    }),
  );
}
