import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleVisit } from '../samples-maker/sample-visit';
import {
  addPhotos,
  importItinerary,
  openStop,
  openTour,
  syncNow,
  untilSaved,
  writeIssue,
  writeNote,
  writeRemark,
} from '../driver/laptop';
import { type RunningApp, launchApp } from '../driver/launch-app';
import { recordsOfLaptop, recordsOfServer } from '../driver/read-records';
import { startServer } from '../driver/start-server';
import { buildApp } from './build-app';
import { ensureBrowser } from './ensure-browser';
import { projectRoot } from './project-root';

const severityWords = { minor: '一般', major: '较大', critical: '重大' } as const;

/** The main job, end to end, on two real laptops and a real server; everything that it makes stays in out/demo. */
export async function runDemo(): Promise<void> {
  const root = projectRoot();
  const out = join(root, 'out/demo');
  const step = stepCounter(9);
  await ensureBrowser();
  await buildApp();
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'screens'), { recursive: true });
  const { visits } = JSON.parse(readFileSync(join(root, 'build/samples/visits.json'), 'utf8')) as {
    visits: readonly SampleVisit[];
  };

  step('启动中心服务器 Start the central server');
  let server = await startServer(join(out, 'server'));
  const port = Number(new URL(server.url).port);
  const joining = async (userName: string) => ({ settings: { userName }, card: await server.card() });

  step('第一台电脑导入行程：3 组 58 个点位 Laptop A imports the itinerary');
  const laptopA = await launchApp({ home: join(out, 'laptop-a'), ...(await joining('周敏')) });
  await importItinerary(laptopA, join(root, 'build/samples/itinerary.xlsx'));
  await screenshot(laptopA, out, '1-overview');
  await syncNow(laptopA.page);

  step('第二台电脑同步得到活动 Laptop B gets the tour by syncing');
  const laptopB = await launchApp({ home: join(out, 'laptop-b'), ...(await joining('罗启明')) });
  await syncNow(laptopB.page);

  step('断网：两台电脑各自在现场记录 Offline: both laptops record on site');
  await server.stop();
  await recordVisits(laptopA, visits.filter((visit) => visit.team === '第一组').slice(0, 3));
  await screenshot(laptopA, out, '2-stop');
  await recordVisits(laptopB, visits.filter((visit) => visit.team === '第二组').slice(0, 3));
  await screenshot(laptopB, out, '3-stop-second-laptop');

  step('联网同步 Back online: both sync');
  server = await startServer(join(out, 'server'), { port });
  for (const laptop of [laptopA, laptopB, laptopA]) await syncNow(laptop.page);
  await screenshot(laptopA, out, '4-sync');

  step('核对：两台电脑与服务器内容一致 Compare laptops and server');
  const [onA, onB, central] = [
    await recordsOfLaptop(laptopA.page),
    await recordsOfLaptop(laptopB.page),
    await recordsOfServer(server),
  ];
  const count = Object.keys(central).length;
  if (
    JSON.stringify(sorted(onA)) !== JSON.stringify(sorted(central)) ||
    JSON.stringify(sorted(onB)) !== JSON.stringify(sorted(central))
  ) {
    throw new Error('两台电脑与服务器的内容不一致 laptops and server differ');
  }
  process.stdout.write(`    ${count} 条记录，三处相同 records, the same in all three places\n`);

  step('生成纪要和问题清单 Make the documents');
  const documents = await makeDocuments(laptopA, out);

  step('关闭 Close');
  await laptopA.close();
  await laptopB.close();
  await server.stop();

  step('完成 Done');
  const screens = (await readdir(join(out, 'screens'))).map((name) => join(out, 'screens', name));
  process.stdout.write(`${[...documents, ...screens].join('\n')}\n`);
}

async function recordVisits(laptop: RunningApp, visits: readonly SampleVisit[]): Promise<void> {
  const { page } = laptop;
  for (const visit of visits) {
    await openStop(page, visit.team, visit.order);
    await page.getByRole('button', { name: '标为已到' }).click();
    for (const note of visit.notes) await writeNote(page, note);
    for (const remark of visit.remarks) await writeRemark(page, remark);
    for (const issue of visit.issues) {
      await writeIssue(page, {
        text: issue.description,
        category: issue.category,
        severity: severityWords[issue.severity],
        responsible: issue.responsibleUnit,
      });
    }
    const photos = visit.issues.flatMap((issue) => issue.photos);
    if (photos.length > 0)
      await addPhotos(
        page,
        photos.map((name) => join(projectRoot(), 'build/samples/photos', name)),
      );
    await untilSaved(page);
    await page.getByRole('tab', { name: /现场记录/ }).click();
    process.stdout.write(`    ${visit.team} 第 ${visit.order} 站\n`);
  }
}

async function makeDocuments({ page, home }: RunningApp, out: string): Promise<readonly string[]> {
  await openTour(page);
  await page.getByRole('link', { name: '纪要', exact: true }).click();
  await page.getByRole('button', { name: '生成文书' }).click();
  await page.getByText('已生成的文书').waitFor({ timeout: 60_000 });
  await screenshot({ page }, out, '5-minutes');
  const folders = await readdir(join(home, 'documents'));
  const made: string[] = [];
  for (const folder of folders) {
    for (const name of await readdir(join(home, 'documents', folder))) {
      await copyFile(join(home, 'documents', folder, name), join(out, name));
      made.push(join(out, name));
    }
  }
  return made;
}

async function screenshot({ page }: Pick<RunningApp, 'page'>, out: string, name: string): Promise<void> {
  await page.screenshot({ path: join(out, 'screens', `${name}.png`) });
}

function sorted(records: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(records).sort(([a], [b]) => (a < b ? -1 : 1));
}

function stepCounter(all: number): (what: string) => void {
  let done = 0;
  return (what) => process.stdout.write(`[${(done += 1)}/${all}] ${what}\n`);
}
