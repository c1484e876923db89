import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from '../../build/driver/launch-app';
import { importItinerary, openStop } from '../../build/driver/laptop';
import { recordsOfLaptop } from '../../build/driver/read-records';
import type { RecordState } from '../../shared/changes/record-state';

export const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');

/** The attachments as the database holds them, by name. */
export async function filesOf(page: Page): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  for (const json of Object.values(await recordsOfLaptop(page))) {
    if (!json.includes('sha256')) continue;
    const values = plainValues(JSON.parse(json) as RecordState);
    found.set(String(values['name']), values);
  }
  return found;
}

/** Field to value as it is shown. */
export function plainValues(state: RecordState): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(state.fields).map(([name, { heads }]) => [name, heads[0]?.value]));
}

/** The photos of the first stop of a tour that was just imported. */
export async function atStop(running: RunningApp, order = 1): Promise<void> {
  await importItinerary(running, itinerary);
  await openStop(running.page, '第一组', order);
  await running.page.getByRole('tab', { name: /照片/ }).click();
}
