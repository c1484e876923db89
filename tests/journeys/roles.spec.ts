import { join } from 'node:path';
import { importItinerary, openTour, syncNow, untilSaved } from '../../build/driver/laptop';
import { recordsOfLaptop, recordsOfServer } from '../../build/driver/read-records';
import { expect, test } from './fixtures';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');

test('who began with an itinerary and joins as an inspector has nothing refused; what an account may not do is not offered', async ({
  laptop,
  central,
}) => {
  const server = await central('server');
  await server.run('user', 'add', 'zhou', '--name', '周敏', '--role', 'inspector');
  await server.run('user', 'add', 'lin', '--name', '林砚', '--role', 'leader');
  const before = await laptop('inspector', { settings: { userName: '周敏' } });
  await importItinerary(before, itinerary);
  await untilSaved(before.page);
  await before.close();

  // The checklist of the product came with the itinerary, before there was an office: it is taken as it is.
  const { page } = await laptop('inspector', { card: await server.card({ login: 'zhou' }) });
  await syncNow(page);
  expect(await recordsOfServer(server)).toEqual(await recordsOfLaptop(page));
  await page.getByRole('link', { name: '检查表', exact: true }).click();
  await expect(page.getByText('检查表由文秘和管理员编制，这里供查看。')).toBeVisible();
  await expect(page.getByRole('button', { name: /新建检查表|导入 XLSForm|^复制|^删除/ })).toHaveCount(0);
  await page.getByRole('button', { name: '查看“安全生产与项目推进检查表”' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('安全生产与项目推进检查表');
  await expect(page.getByRole('button', { name: '编辑新版' })).toHaveCount(0);

  const leader = await laptop('leader', {
    settings: { userName: '林砚' },
    card: await server.card({ login: 'lin' }),
  });
  await expect(leader.page.getByText('您的账号（领导）只供查看')).toBeVisible();
  await expect(leader.page.getByText('请管理员把活动授权给您')).toBeVisible();
  await expect(leader.page.getByRole('button', { name: /导入行程|新建活动/ })).toHaveCount(0);

  // Given the tour he reads a stop of it; no line invites him to write what no server takes.
  const all = Object.entries(await recordsOfLaptop(page));
  const [tour = ''] = all.find(([, json]) => json.includes('"kind":"tour"')) ?? [];
  await server.run('grant', 'give', 'lin', tour);
  await syncNow(leader.page);
  await openTour(leader.page);
  await leader.page.getByRole('region', { name: '第一组' }).getByRole('link').first().click();
  await expect(leader.page.getByText('其他人的记录送达本机后，会显示在这里。')).toBeVisible();
  await expect(leader.page.getByRole('textbox', { name: '快速记录' })).toHaveCount(0);
  await expect(leader.page.getByRole('button', { name: '现场签名' })).toHaveCount(0);
  // Nor does the head of the stop or the route beside it.
  await expect(
    leader.page.getByRole('button', { name: /标为已到|跳过|改去别处|这个点位的对象/ }),
  ).toHaveCount(0);
  await expect(leader.page.getByRole('link', { name: /^(调整路线|增加点位)$/ })).toHaveCount(0);
  // A link that asks for a new stop shows the plan as it is.
  await leader.page.evaluate((id) => (location.hash = `/tours/${id}/plan?tab=route&add=`), tour);
  const route = leader.page.getByRole('region', { name: '第一组' });
  await expect(route.getByRole('listitem').first()).toBeVisible();
  await expect(leader.page.getByRole('dialog')).toHaveCount(0);
  await expect(route.getByRole('button', { name: /增加点位|修改|移动/ })).toHaveCount(0);
});
