import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';

/** What journeys of a team hub begin with. */
export const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');
export const photo = join(import.meta.dirname, '../../build/samples/photos/02-steel-frame.jpg');
export const onLoopback = { XUNJI_HUB_HOST: '127.0.0.1' };
export const patient = { timeout: 60_000 };

export async function openSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: '设置', exact: true }).click();
}

/** Whether the file with this hash lies somewhere in the folder. */
export async function holds(folder: string, hash: string): Promise<boolean> {
  const names = await readdir(folder, { recursive: true });
  return names.some((name) => basename(name) === hash);
}
