import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { addConflicts } from '../../build/driver/add-conflicts';
import { addRecords } from '../../build/driver/add-records';
import { addPhotos, importItinerary, openStop, untilSaved } from '../../build/driver/laptop';
import { recordsOfLaptop } from '../../build/driver/read-records';
import { go } from '../../build/driver/screen-steps';
import { mergeHeads } from '../../shared/changes/merge-heads';
import { shownText } from '../../shared/changes/shown-text';
import type { RecordState } from '../../shared/changes/record-state';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');

test('on the desk of conflicts each is decided without a network, by keyboard, and can be undone', async ({
  laptop,
}) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 7);
  await addPhotos(page, [join(samples, 'photos/02-steel-frame.jpg')]);
  await untilSaved(page);
  const [, tour = '', stop = ''] = /#\/tours\/([^/]+)\/stops\/([^/?]+)/.exec(page.url()) ?? [];
  await addConflicts(page, tour, stop);
  const stateOf = async (id: string) => JSON.parse((await recordsOfLaptop(page))[id] ?? '') as RecordState;
  const photos = Object.values(await recordsOfLaptop(page)).map((json) => JSON.parse(json) as RecordState);
  const before = photos.find(({ kind }) => kind === 'attachment') as RecordState;
  await addRecords(page, [
    { kind: 'attachment', id: before.id, tour, values: { about: 'torn-value' }, before },
  ]);
  await go(page, '/sync');

  const desk = page.getByRole('region', { name: '冲突' });
  const card = (words: string) => desk.getByRole('article').filter({ hasText: words });
  await expect(desk.getByRole('article')).toHaveCount(3);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // What it is, where it stands and what was photographed of it, beside both values.
  const value = card('临时道路');
  await expect(value.getByRole('img')).toBeVisible();
  await expect(value.getByText('罗启明')).toBeVisible();
  await expect(value.getByText('欧阳青禾')).toBeVisible();
  await value.getByRole('button', { name: '采用 罗启明 的内容' }).press('Enter');
  await expect(desk.getByRole('article')).toHaveCount(2);
  await expect(desk).toBeFocused();
  expect(shownText(await stateOf('torn-value'), 'responsible')).toBe('临江区水务局');

  // Both texts in one, mended before it is taken.
  const torn = await stateOf('torn-text');
  const text = torn.fields['text'];
  const merged = (text && mergeHeads(torn, 'text', text)?.text) ?? '';
  for (const words of ['已拍照', '另有一台停用待检']) expect(merged).toContain(words);
  const box = desk.getByRole('textbox', { name: '“内容”的合并稿' });
  await expect(box).toHaveValue(merged);
  await box.fill('塔吊三台在岗，其中一台停用待检。');
  await desk.getByRole('button', { name: '采用这一稿' }).press('Enter');
  await expect(desk.getByRole('article')).toHaveCount(1);
  expect(shownText(await stateOf('torn-text'), 'text')).toBe('塔吊三台在岗，其中一台停用待检。');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => shownText(await stateOf('torn-text'), 'text')).toBe(merged);

  // Deleted by one while another went on with it.
  await expect(desk.getByText('希望月底前核发施工许可证。').last()).toBeVisible();
  await desk.getByRole('button', { name: '恢复记录' }).press('Enter');
  await expect(page.getByText('没有冲突')).toBeVisible();
  await openStop(page, '第一组', 7);
  await expect(page.getByText('希望月底前核发施工许可证。')).toBeVisible();
});

test('two hundred conflicts are given twenty at a time', async ({ laptop }) => {
  const { page } = await laptop('a', { settings: { userName: '周敏' } });
  const notes = (words: string) =>
    Array.from({ length: 200 }, (_, n) => ({
      kind: 'task' as const,
      id: `many-${String(n).padStart(3, '0')}`,
      tour: 't1',
      values: { tour: 't1', text: `任务${n}`, lead: `${words}${n}` },
    }));
  await addRecords(page, notes('甲'), '周敏');
  await addRecords(page, notes('乙'), '罗启明');
  await go(page, '/sync');
  const cards = page.getByRole('region', { name: '冲突' }).getByRole('article');
  await expect(cards).toHaveCount(20);
  await expect(page.getByRole('link', { name: /200 处冲突/ })).toBeVisible();
  await cards.nth(19).getByRole('button', { name: '采用 罗启明 的内容' }).click();
  await expect(cards.last()).toContainText('任务20');
  await expect(cards).toHaveCount(20);
  await page.getByRole('button', { name: '再显示 20 条' }).click();
  await expect(cards).toHaveCount(40);
});
