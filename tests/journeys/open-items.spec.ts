import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { importTourFile, openStop, syncNow, untilSaved, writeIssue } from '../../build/driver/laptop';
import { expect, test } from './fixtures';

const site = { id: 'site-1', name: '望湖算力中心', district: '望湖区' };

/** A tour whose one team has one stop, at the site that both tours go to. */
function tourFile(id: string, title: string, asWritten: string): string {
  return JSON.stringify({
    format: 'xunji-tour',
    version: 1,
    tour: { id, title, date: { asWritten } },
    sites: [site],
    teams: [{ id: `team-of-${id}`, tour: id, name: '第一组', order: 1 }],
    stops: [{ id: `stop-of-${id}`, tour: id, team: `team-of-${id}`, site: site.id, order: 1 }],
  });
}

/** As a server says it that has more than it gives. */
async function noteMore(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('xunji');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const table = opening.result.transaction('progress', 'readwrite').objectStore('progress');
    const reading = table.get('progress');
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    const writing = table.put({ ...(reading.result as object), isOpenItemsCut: true });
    await new Promise((resolve) => writing.addEventListener('success', resolve));
    opening.result.close();
  });
}

test('what one team left open at a site is in the dossier of another tour’s team, also without a network, until it is closed', async ({
  laptop,
  central,
  scratch,
}) => {
  const server = await central('server');
  const office = await laptop('office', { settings: { userName: '管蕴之' }, card: await server.card() });
  for (const [id, title, date] of [
    ['tour-a', '三季度安全督导', '2026年8月'],
    ['tour-b', '重点项目观摩', '2026年11月'],
  ] as const) {
    const path = join(scratch, `${id}.json`);
    await writeFile(path, tourFile(id, title, date));
    await office.page.getByRole('link', { name: '巡记，返回活动列表' }).click();
    await importTourFile(office, path);
  }
  await untilSaved(office.page);
  await syncNow(office.page);
  const enter = async (login: string, name: string, tour: string) => {
    await server.run('user', 'add', login, '--name', name, '--role', 'inspector');
    await server.run('grant', 'give', login, tour);
    const running = await laptop(login, {
      settings: { userName: name },
      card: await server.card({ login }),
    });
    await expect(running.page.getByRole('link', { name: /^打开活动/ })).toHaveCount(1);
    return running.page;
  };
  const a = await enter('zhoumin', '周敏', 'tour-a');
  const b = await enter('luoqiming', '罗启明', 'tour-b');

  await openStop(a, '第一组', 1);
  const issue = { text: '临边洞口无护栏', category: '', severity: '较大', responsible: '项目部' };
  await writeIssue(a, issue);
  await untilSaved(a);
  await syncNow(a);

  await syncNow(b);
  await openStop(b, '第一组', 1);
  const open = b.getByRole('region', { name: '未办结问题' });
  const line = open.getByRole('listitem').filter({ hasText: '临边洞口无护栏' });
  await expect(line).toContainText('项目部');
  await expect(line).toContainText('2026年8月 三季度安全督导');
  await expect(line).toContainText('另一次巡查的记录，只读');
  await expect(line.getByRole('link')).toHaveCount(0);
  // It is on this computer: nobody answers meanwhile.
  server.process.kill('SIGSTOP');
  await noteMore(b);
  await b.reload();
  await expect(line).toBeVisible();
  // Where others left more than a laptop is given, nobody takes what stands there for all of it.
  const cut = b.getByText('本机只显示最新的 5,000 条，更早的可能不在这里');
  await expect(cut).toBeVisible();
  server.process.kill('SIGCONT');
  await syncNow(b);
  await expect(cut).toBeHidden();
  // Who has the tour itself sees the record, and nothing of it twice.
  await syncNow(office.page);
  await office.page.evaluate(() => (location.hash = '/tours/tour-b/stops/stop-of-tour-b'));
  await expect(
    office.page.getByRole('region', { name: '未办结问题' }).getByText('临边洞口无护栏'),
  ).toHaveCount(1);
  await expect(office.page.getByText('另一次巡查的记录，只读')).toHaveCount(0);

  await openStop(a, '第一组', 1);
  await a.getByRole('listitem').getByRole('button', { name: '展开字段' }).click();
  await a.getByRole('switch', { name: '现场办结' }).click();
  await untilSaved(a);
  await syncNow(a);
  await syncNow(b);
  await openStop(b, '第一组', 1);
  await expect(line).toHaveCount(0);
});
