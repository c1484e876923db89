import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  addPhotos,
  importItinerary,
  openStop,
  untilSaved,
  writeIssue,
  writeNote,
  writeRemark,
} from '../driver/laptop';
import { launchApp } from '../driver/launch-app';
import { buildApp } from './build-app';
import { ensureBrowser } from './ensure-browser';
import { projectRoot } from './project-root';

const sizes = [
  { width: 1366, height: 768 },
  { width: 1024, height: 700 },
];

/** The main screens in every theme and both languages, as pictures in out/screens: to be looked at. */
export async function takeScreens(): Promise<void> {
  const root = projectRoot();
  const out = join(root, 'out/screens');
  await ensureBrowser();
  await buildApp();
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await rm(join(root, 'out/screens-home'), { recursive: true, force: true });
  const running = await launchApp({ home: join(root, 'out/screens-home'), settings: { userName: '周敏' } });
  const { page } = running;
  await page.setViewportSize(sizes[0] ?? { width: 1366, height: 768 });
  await page.screenshot({ path: join(out, 'no-tours.png') });
  await importItinerary(running, join(root, 'build/samples/itinerary.xlsx'));
  await openStop(page, '第一组', 7);
  await page.screenshot({ path: join(out, 'stop-empty.png') });
  await writeNote(page, '主厂房为三层钢结构，钢柱、钢梁吊装完成约八成，二层楼承板正在铺设，塔吊1台在岗。');
  await writeRemark(page, {
    speaker: '顾承昇',
    verb: '要求',
    addressee: '各有关单位',
    text: '防护没有到位，上面一个人也不许上。',
  });
  await writeIssue(page, {
    text: '三层东侧约24米临边没有防护栏杆和挡脚板',
    category: '安全生产',
    severity: '重大',
    responsible: '临江区住房和城乡建设局',
  });
  await addPhotos(page, [join(root, 'build/samples/photos/02-steel-frame.jpg')]);
  await untilSaved(page);
  const addresses = await screenAddresses(page);
  for (const theme of ['light', 'dark', 'contrast']) {
    for (const language of ['zh', 'en']) {
      await chooseAppearance(page, theme, language);
      for (const [name, address] of Object.entries(addresses)) {
        await page.evaluate((hash) => (location.hash = hash), address);
        await page.waitForTimeout(700);
        await page.screenshot({ path: join(out, `${name}-${theme}-${language}.png`) });
      }
    }
  }
  await chooseAppearance(page, 'light', 'zh');
  await page.setViewportSize(sizes[1] ?? { width: 1024, height: 700 });
  for (const [name, address] of Object.entries(addresses)) {
    await page.evaluate((hash) => (location.hash = hash), address);
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(out, `${name}-small.png`) });
  }
  await running.close();
  process.stdout.write(`${(await readdir(out)).length} pictures in ${out}\n`);
}

async function screenAddresses(page: Page): Promise<Readonly<Record<string, string>>> {
  const stop = await page.evaluate(() => location.hash);
  const tour = stop.replace(/\/stops\/.*/, '');
  return {
    tours: '#/',
    overview: tour,
    'plan-actual': `${tour}?show=plan`,
    plan: `${tour}/plan`,
    'plan-tour': `${tour}/plan?tab=tour`,
    checks: `${tour}/checks`,
    stop,
    timeline: `${tour}/timeline`,
    scores: `${tour}/scores`,
    checklist: `${stop}?item=first:`,
    deleted: `${tour}/deleted`,
    meetings: `${tour}/meetings`,
    photos: `${tour}/photos`,
    register: '#/register',
    'register-people': '#/register?tab=people',
    minutes: `${tour}/minutes`,
    sync: '#/sync',
    settings: '#/settings',
  };
}

/** Theme and language where the window keeps them. */
async function chooseAppearance(page: Page, theme: string, language: string): Promise<void> {
  await page.evaluate((appearance) => localStorage.setItem('xunji.appearance', JSON.stringify(appearance)), {
    theme,
    language,
    size: 'normal',
  });
  await page.reload();
  await page.locator('#root > *').first().waitFor();
}
