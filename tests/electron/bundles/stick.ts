import { join } from 'node:path';
import { type Laptop, valueOf } from './laptop-with-bundles';

/** What one laptop writes for another of the one tour of these tests. */
export function wantedFor(receiver: Laptop, more: object = {}) {
  return {
    scopes: [{ scope: 'tour-1', title: '示例活动' }],
    receivers: [receiver.name],
    files: true,
    all: false,
    ...more,
  };
}

/** Writes a bundle into a folder; gives the path of its first part. */
export async function sendTo(folder: string, from: Laptop, to: Laptop, more?: object): Promise<string> {
  const written = valueOf(await from.bundles.writing.write(wantedFor(to, more), folder, () => false));
  return join(folder, written.names[0] ?? '');
}

/** Opens a bundle of a known sender. */
export async function openAt(by: Laptop, path: string) {
  const opened = valueOf(await by.bundles.opening.open(path, new AbortController().signal));
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  return opened;
}

/** Takes it in; gives the ids of what was new. */
export async function receive(by: Laptop, path: string) {
  const { opened, pages } = await openAt(by, path);
  return by.takeIn(opened, pages);
}
