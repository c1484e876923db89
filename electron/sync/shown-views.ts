import { z } from 'zod';
import { idSchema } from '../../shared/ids/id';
import type { FileSystem } from '../../shared/node/file-system';
import { type Views, viewsSchema } from '../../shared/protocol/sync';
import { type Shown, shownAfter } from '../../shared/sync/shown-after';
import { readJsonFile, writeJsonFile } from '../files/json-file';

const shownSchema = z.object({ epoch: idSchema.nullable(), views: viewsSchema });

/**
 * What the server has shown this laptop, by the questions of the window: for a window whose database is lost. Without it nobody would
 * know of a tour that was taken meanwhile, and it would stay here for ever.
 */
export interface ShownViews {
  get(): Shown;
  /** The window asks with these views of this epoch. Durable when it resolves; writes only what is new. */
  note(epoch: string, views: Views): Promise<void>;
  /** These have been taken off the disk. */
  forget(scopes: readonly string[]): Promise<void>;
}

export async function openShownViews(fileSystem: FileSystem, path: string): Promise<ShownViews> {
  let shown: Shown = (await readJsonFile(fileSystem, path, shownSchema)) ?? { epoch: null, views: {} };
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: two questions may be on their way at once. */
  function change(next: (before: Shown) => Shown): Promise<void> {
    const done = last.then(async () => {
      const after = next(shown);
      if (asText(after) === asText(shown)) return;
      await writeJsonFile(fileSystem, path, after);
      shown = after;
    });
    last = done.catch(() => undefined);
    return done;
  }

  return {
    get: () => shown,
    note: (epoch, views) => change((before) => shownAfter(before, epoch, views)),
    forget: (scopes) =>
      change(({ epoch, views }) => ({
        epoch,
        views: Object.fromEntries(Object.entries(views).filter(([scope]) => !scopes.includes(scope))),
      })),
  };
}

function asText({ epoch, views }: Shown): string {
  return JSON.stringify([epoch, Object.entries(views).sort(([one], [other]) => (one < other ? -1 : 1))]);
}
