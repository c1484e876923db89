import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import {
  addPhotos,
  importItinerary,
  openStop,
  openTour,
  untilSaved,
  writeIssue,
  writeNote,
  writeRemark,
} from '../../build/driver/laptop';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');

test('axe finds nothing serious on any screen in any theme', async ({ laptop }) => {
  test.setTimeout(300_000);
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  const screens: Readonly<Record<string, () => Promise<void>>> = {
    tours: async () => page.getByRole('link', { name: '巡记，返回活动列表' }).click(),
    overview: () => openTour(page),
    stop: () => openStop(page, '第一组', 1),
    checklist: () => page.getByRole('tab', { name: /检查表/ }).click(),
    meetings: async () => {
      await page.getByRole('link', { name: '会议', exact: true }).click();
      const meeting = page.getByRole('textbox', { name: '会议名称' });
      if (!(await meeting.isVisible())) await page.getByRole('button', { name: '座谈会' }).click();
      await meeting.waitFor();
    },
    minutes: async () => page.getByRole('link', { name: '纪要', exact: true }).click(),
    sync: async () => page.getByRole('link', { name: /^同步状态/ }).click(),
    settings: async () => page.getByRole('link', { name: '设置' }).first().click(),
  };
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  await writeNote(page, '二层楼承板铺设完成八成。');
  await writeRemark(page, {
    speaker: '顾承昇',
    verb: '要求',
    addressee: '各有关单位',
    text: '防护不到位，不许上人。',
  });
  await writeIssue(page, { text: '临边无护栏', category: '安全生产', severity: '重大', responsible: '' });
  await addPhotos(page, [join(samples, 'photos/02-steel-frame.jpg')]);
  await untilSaved(page);
  const found: string[] = [];
  for (const theme of ['浅色', '深色', '高对比度（强光下）']) {
    await page.getByRole('link', { name: '设置' }).first().click();
    await page.getByText(theme, { exact: true }).click();
    for (const [name, open] of Object.entries(screens)) {
      await open();
      await page.waitForTimeout(500);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      for (const { id, impact, nodes } of violations) {
        if (impact === 'serious' || impact === 'critical') {
          found.push(
            `${theme} ${name}: ${id} ${nodes
              .map((node) => node.target.join(' '))
              .slice(0, 3)
              .join(' | ')}`,
          );
        }
      }
    }
  }
  expect(found).toEqual([]);
});

test('a dialog stands still as soon as it is there', async ({ laptop }) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  await page.evaluate(() => {
    document.addEventListener('animationstart', ({ animationName, target }) => {
      if (target instanceof Element && target.matches('[role=dialog], [role=dialog] > div'))
        document.title = `moving: ${animationName}`;
    });
  });
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  expect(await page.title()).not.toContain('moving');
});
