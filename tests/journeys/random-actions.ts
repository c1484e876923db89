import type { CDPSession, Locator, Page } from '@playwright/test';
import type { Random } from '../../build/samples-maker/seeded-random';
import { plainJpeg } from './exif-jpeg';

export const actions = ['note', 'issue', 'remark', 'edit', 'delete', 'undo', 'answer', 'photo'] as const;

export type Action = (typeof actions)[number];

/** No committed text holds this: an input method showed it while it composed. */
export const composed = 'zq';

const words = [
  '塔吊',
  '临边',
  '配电箱',
  '未验收',
  '通道',
  '堵塞',
  '脚手架',
  '扬尘',
  '围挡',
  '8号楼',
  '272.80',
];

interface Hand {
  readonly page: Page;
  readonly random: Random;
  /** What of it was done to its end. */
  readonly done: Map<Action, number>;
}

/** Works at a stop until the window is gone: `first`, then whatever comes. Resolves when nothing answers any more. */
export async function workUntilGone(hand: Hand, first: Action): Promise<void> {
  const { page, random, done } = hand;
  const cdp = await page
    .context()
    .newCDPSession(page)
    .catch(() => null);
  if (!cdp) return;
  page.setDefaultTimeout(4000);
  // Calls to a page whose process is gone may wait for ever.
  const gone = new Promise<'gone'>((resolve) => {
    page.once('crash', () => resolve('gone'));
    page.once('close', () => resolve('gone'));
  });
  for (let action = first; ; action = pick(random, actions)) {
    const acted = act(hand, cdp, action).then(
      () => 'done',
      () => 'failed',
    );
    const end = await Promise.race([acted, gone]);
    if (end === 'gone') return;
    if (end === 'done') done.set(action, (done.get(action) ?? 0) + 1);
  }
}

async function act({ page, random }: Hand, cdp: CDPSession, action: Action): Promise<void> {
  const keys = page.keyboard;
  const card = page.locator('.record').first();
  switch (action) {
    case 'note':
    case 'issue': {
      await keys.press(action === 'note' ? 'Control+1' : 'Control+3');
      await typeRandomly(page, cdp, random);
      if (random() < 0.7) await keys.press('Enter');
      return;
    }
    case 'remark':
      await keys.press('Control+2');
      await keys.press('Control+2');
      await typeRandomly(page, cdp, random);
      return keys.press('Enter');
    case 'edit':
      await writeSomething(page, card);
      await card.getByRole('textbox').first().focus();
      await keys.press('Control+End');
      return typeRandomly(page, cdp, random);
    case 'delete':
      await writeSomething(page, card);
      await card.getByRole('button', { name: '删除' }).press('Enter');
      return page.getByRole('button', { name: '删除', exact: true }).last().press('Enter');
    case 'undo':
      await keys.press('Control+1');
      await keys.insertText('要撤销的');
      await keys.press('Enter');
      await keys.press('Control+z');
      if (random() < 0.5) await keys.press('Control+Shift+z');
      return;
    case 'answer': {
      await keys.press('Control+7');
      const item = page.getByRole('group', { name: /^消防通道是否畅通/ });
      await item.getByRole('radio').first().focus();
      await keys.press(random() < 0.5 ? '1' : '2');
      return keys.press('Control+1');
    }
    case 'photo': {
      const buffer = plainJpeg(Math.floor(random() * 1e9));
      await page.getByRole('tab', { name: /照片/ }).click();
      const name = `${Math.floor(random() * 1e9)}.jpg`;
      await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'image/jpeg', buffer });
      return keys.press('Control+1');
    }
  }
}

/** A card to work on, where the stop has none yet. */
async function writeSomething(page: Page, card: Locator): Promise<void> {
  if ((await card.count()) > 0) return;
  await page.keyboard.press('Control+1');
  await page.keyboard.insertText('先写一条');
  await page.keyboard.press('Enter');
  await card.waitFor();
}

/** A stream of keys: words through an input method that composes them letter by letter, plain letters, second thoughts. */
async function typeRandomly(page: Page, cdp: CDPSession, random: Random): Promise<void> {
  for (let unit = 0, count = 3 + random() * 9; unit < count; unit += 1) {
    const luck = random();
    if (luck < 0.4) {
      for (const letters of [composed, `${composed}a`, `${composed}ai`]) {
        const end = { selectionStart: letters.length, selectionEnd: letters.length };
        await cdp.send('Input.imeSetComposition', { text: letters, ...end });
        await pause(20 + random() * 60);
      }
      await cdp.send('Input.insertText', { text: pick(random, words) });
    } else if (luck < 0.48) await page.keyboard.press('Backspace');
    else await page.keyboard.insertText(`${Math.floor(random() * 100)}`);
    await pause(20 + random() * 80);
  }
}

function pick<T>(random: Random, list: readonly [T, ...T[]] | readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
