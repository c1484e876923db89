import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '../steps/project-root';
import { adminScreens } from './admin-screens';
import { hubScreens } from './hub-screens';
import { addPhotos, importItinerary, openStop, untilSaved, writeIssue, writeRemark } from './laptop';
import type { RunningApp } from './launch-app';
import { addScreenRecords } from './screen-records';
import { type Screen, at, button, chooseFile, closeDialogs, go, untilQuiet } from './screen-steps';
import type { RunningServer } from './start-server';
import { writeTourFile } from './write-tour-file';

/** A hub is lent on loopback, whatever network there is. */
export const screenEnvironment = { XUNJI_HUB_HOST: '127.0.0.1' };

/** For the screen of the camera: a device that is none, and nobody to ask. */
export const screenSwitches = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

const samples = join(projectRoot(), 'build/samples');
const forms = join(projectRoot(), 'tests/fixtures/xlsform/pyxform');

/**
 * Every screen of the app, in an order in which they can be walked on one laptop: first a laptop that nobody has used (it has
 * no name yet), then one in which there is nothing, then one in which there is everything. Both the pictures and axe take this list.
 */
export async function* walkScreens(
  running: RunningApp,
  openServer: () => Promise<RunningServer>,
): AsyncGenerator<Screen> {
  yield { name: 'first-run', open: () => untilQuiet(running.page) };
  await running.page.getByRole('textbox', { name: '姓名' }).fill('周敏');
  await running.page.keyboard.press('Enter');
  await running.page.getByRole('link', { name: '巡记，返回活动列表' }).waitFor();
  yield* emptyScreens(running);
  await closeDialogs(running.page);
  await go(running.page, '/');
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await fillStop(running.page);
  const { tour, stop, bareTour } = await addScreenRecords(running.page);
  yield* tourScreens(running.page, `/tours/${tour}`, `/tours/${bareTour}`);
  yield* stopScreens(running.page, `/tours/${tour}/stops/${stop}`);
  yield* photoScreens(running.page, `/tours/${tour}`);
  yield* officeScreens(running);
  yield* frameScreens(running.page, `/tours/${tour}/stops/${stop}`);
  // Last: from here on the laptop belongs to an office.
  let server: RunningServer | undefined;
  yield* adminScreens(running, async () => (server = await openServer()));
  if (server) yield* hubScreens(running, server);
}

function* emptyScreens(running: RunningApp): Generator<Screen> {
  const { page } = running;
  yield at(page, 'tours-empty', '/');
  yield at(page, 'checklists-empty', '/checklists');
  yield at(page, 'register-empty', '/register');
  yield at(page, 'not-there', '/tours/none');
  yield at(page, 'import-preview', '/', async () => {
    await chooseFile(running, join(samples, 'itinerary.xlsx'));
    await button(page, '导入行程').first().click();
    await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).waitFor();
  });
}

/** What is easier typed than made up: words of people, a grave issue and a photo at a stop with a long name. */
async function fillStop(page: Page): Promise<void> {
  await openStop(page, '第一组', 7);
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
  const photos = ['02-steel-frame.jpg', '12-blocked-lane.jpg'];
  await addPhotos(
    page,
    photos.map((name) => join(samples, 'photos', name)),
  );
  await page.getByRole('tab', { name: /现场记录/ }).click();
  await button(page, '标为已到').click();
  await untilSaved(page);
}

function* tourScreens(page: Page, tour: string, bare: string): Generator<Screen> {
  const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
  yield at(page, 'tours', '/');
  yield at(page, 'overview', tour);
  yield at(page, 'plan-actual', `${tour}?show=plan`);
  yield at(page, 'plan-route', `${tour}/plan`);
  yield at(page, 'plan-stop', `${tour}/plan`, () =>
    page
      .getByRole('button', { name: /^修改 / })
      .first()
      .click(),
  );
  yield at(page, 'plan-new-stop', `${tour}/plan`, () =>
    page
      .getByRole('button', { name: /增加点位/ })
      .first()
      .click(),
  );
  yield at(page, 'plan-menu', `${tour}/plan`, () =>
    page
      .getByRole('button', { name: /的更多操作$/ })
      .first()
      .click(),
  );
  yield at(page, 'plan-teams', `${tour}/plan?tab=teams`);
  yield at(page, 'plan-groups', `${tour}/plan?tab=groups`, () => button(page, '添加点位组').click());
  yield at(page, 'plan-tour', `${tour}/plan?tab=tour`);
  yield at(page, 'checks-departure', `${tour}/checks`);
  yield at(page, 'checks-evening', `${tour}/checks?when=evening`);
  yield at(page, 'evening', `${tour}/evening`, () => page.locator('.evening-gap > summary').first().click());
  yield at(page, 'timeline', `${tour}/timeline`);
  yield at(page, 'deleted', `${tour}/deleted`);
  yield at(page, 'meetings', `${tour}/meetings`);
  yield at(page, 'meetings-whole', `${tour}/meetings?of=tour`);
  yield at(page, 'scores-points', `${tour}/scores`, () => tab('打分'));
  yield at(page, 'scores-ranks', `${tour}/scores`, () => tab('排名'));
  yield at(page, 'scores-sheet', `${tour}/scores`, () => tab('评分表'));
  yield at(page, 'minutes', `${tour}/minutes`, async () => {
    await page.locator('a.sentence').first().click();
  });
  for (const [name, path] of Object.entries(barePages)) yield at(page, name, `${bare}${path}`);
}

/** The pages of a tour in which there is nothing yet. */
const barePages = {
  'overview-empty': '',
  'plan-empty': '/plan',
  'plan-tour-empty': '/plan?tab=tour',
  'checks-empty': '/checks',
  'evening-empty': '/evening',
  'timeline-empty': '/timeline',
  'deleted-empty': '/deleted',
  'meetings-empty': '/meetings',
  'scores-empty': '/scores',
  'photos-empty': '/photos',
  'minutes-empty': '/minutes',
};

function* stopScreens(page: Page, stop: string): Generator<Screen> {
  yield at(page, 'stop', stop, () => page.getByRole('tab', { name: /现场记录/ }).click());
  yield at(page, 'stop-remark', stop, () => page.keyboard.press('Control+2'));
  yield at(page, 'stop-issue', stop, () => page.keyboard.press('Control+3'));
  yield at(page, 'stop-signature', stop, () => page.keyboard.press('Alt+g'));
  yield at(page, 'stop-signed', stop, () =>
    page.locator('li[data-record="screen-signature"]').scrollIntoViewIfNeeded(),
  );
  yield at(page, 'stop-skip', stop, async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+s');
  });
  yield at(page, 'stop-swap', stop, async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await button(page, '改去别处').click();
  });
  yield at(page, 'stop-site', stop, () =>
    page
      .getByRole('button', { name: /对象/ })
      .first()
      .click(),
  );
  yield at(page, 'stop-empty', stop, () => page.keyboard.press('Alt+ArrowDown'));
  yield at(page, 'stop-photos', stop, () => page.getByRole('tab', { name: /照片/ }).click());
  yield at(page, 'camera', stop, async () => {
    await page.getByRole('tab', { name: /照片/ }).click();
    await page.getByRole('button', { name: /拍照$/ }).click();
    await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  });
  yield at(page, 'stop-checklists', stop, () => page.keyboard.press('Control+7'));
  yield at(page, 'stop-checklist', stop, async () => {
    await page.keyboard.press('Control+7');
    await page.getByRole('button', { name: /隐患排查表/ }).click();
    const exits = page.getByRole('group', { name: /^消防通道是否畅通/ });
    await exits.getByRole('radio', { name: '不合格' }).focus();
    await page.keyboard.press('2');
    await button(page, '增加“隐患”').click();
  });
  yield at(page, 'stop-checklist-end', stop, () =>
    page.getByRole('group', { name: /已当场告知企业/ }).scrollIntoViewIfNeeded(),
  );
}

function* photoScreens(page: Page, tour: string): Generator<Screen> {
  const photo = () => page.locator('[data-photo]').first();
  yield at(page, 'photos', `${tour}/photos`);
  yield at(page, 'photos-move', `${tour}/photos`, async () => {
    await photo().focus();
    await page.keyboard.press('m');
  });
  yield at(page, 'photos-clock', `${tour}/photos`, () => button(page, '相机时钟').click());
  yield at(page, 'photo-viewer', `${tour}/photos`, () => photo().press('Enter'));
  yield at(page, 'photo-drawing', `${tour}/photos`, async () => {
    await photo().press('Enter');
    await button(page, '标注').click();
    for (const key of ['1', 'ArrowRight', '3']) await page.keyboard.press(key);
  });
}

function* officeScreens(running: RunningApp): Generator<Screen> {
  const { page } = running;
  const wizard = async (file: string) => {
    await chooseFile(running, join(samples, file));
    await button(page, '导入表格').click();
    await button(page, '下一步').waitFor();
  };
  yield at(page, 'tour-file', '/', async () => {
    await chooseFile(running, await writeTourFile());
    await page.getByRole('button', { name: /更多(?!操作)/ }).click();
    await page.getByRole('menuitem', { name: '导入活动文件' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).waitFor();
  });
  yield at(page, 'register-columns', '/register', () => wizard('register/sites.xlsx'));
  yield at(page, 'register-preview', '/register', async () => {
    await wizard('register/sites.xlsx');
    await button(page, '下一步').click();
    await button(page, '调整对应列').waitFor();
  });
  yield at(page, 'register-sites', '/register', async () => {
    await wizard('register/sites.xlsx');
    await button(page, '下一步').click();
    await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
  yield at(page, 'register-people', '/register?tab=people');
  yield at(page, 'register-units', '/register?tab=units');
  yield at(page, 'register-edit', '/register', () => page.locator('.register-name').first().click());
  yield at(page, 'register-add', '/register?tab=people', () => button(page, '新增人员').click());
  yield at(page, 'register-faults', '/register?tab=people', async () => {
    await wizard('broken/people.xlsx');
    await button(page, '下一步').click();
    await page.getByText('未导入任何内容').first().waitFor();
  });
  yield at(page, 'bundles', '/bundles');
  yield at(page, 'checklists', '/checklists');
  yield at(page, 'checklist-import', '/checklists', () => readForm(running, 'pull_data.xlsx'));
  yield at(page, 'checklist-faults', '/checklists', () => readForm(running, 'bad_calc.xlsx'));
  yield at(page, 'builder', '/checklists/hazards-draft', () =>
    page
      .getByRole('button', { name: /消防通道是否畅通/ })
      .first()
      .click(),
  );
  yield at(page, 'builder-publish', '/checklists/hazards-draft', () =>
    page.getByRole('button', { name: /发布$/ }).click(),
  );
  yield at(page, 'checklist-published', '/checklists/hazards-1');
}

async function readForm(running: RunningApp, file: string): Promise<void> {
  await chooseFile(running, join(forms, file));
  await button(running.page, '导入 XLSForm').click();
  await running.page.getByRole('dialog').locator('.ant-alert, .fault-table, table').first().waitFor();
}

function* frameScreens(page: Page, stop: string): Generator<Screen> {
  yield at(page, 'sync-conflict', '/sync');
  yield at(page, 'settings', '/settings');
  yield at(page, 'search', '/', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('防护');
    await page.getByRole('list', { name: '查找结果' }).locator('mark').first().waitFor();
  });
  yield at(page, 'shortcuts', '/', () => page.keyboard.press('F1'));
  yield at(page, 'history', stop, async () => {
    const card = page.getByRole('list', { name: '现场记录' }).getByRole('textbox', { name: '问题描述' });
    await card.focus();
    await page.keyboard.press('Alt+h');
    await page.getByRole('dialog').waitFor();
  });
}
