import type { EventEmitter } from 'node:events';
import type { PageFrames } from './page-frames';
import { preventableEvent } from './preventable-event';

export interface Navigation {
  readonly url: string;
  readonly frameId: string;
  readonly isRedirect: boolean;
}

/**
 * Emits will-navigate, will-frame-navigate or will-redirect and says whether the document may be loaded. What
 * the app itself asked for (`asked`) and a reload are not navigations of the page, so nobody is asked.
 */
export function mayNavigate(
  contents: EventEmitter,
  frames: PageFrames,
  asked: string,
  { url, frameId, isRedirect }: Navigation,
): boolean {
  const isMainFrame = frameId === frames.mainFrameId();
  const isOwn = [asked, frames.mainUrl()].map(withoutHash).includes(withoutHash(url));
  if (isMainFrame && isOwn && !isRedirect) return true;
  const frame = frames.describe(frameId) ?? null;
  const event = preventableEvent({ url, isMainFrame, isSameDocument: false, frame });
  if (isRedirect) {
    contents.emit('will-redirect', event, url, false, isMainFrame);
  } else {
    contents.emit('will-frame-navigate', event);
    if (isMainFrame && !event.defaultPrevented) contents.emit('will-navigate', event, url);
  }
  return !event.defaultPrevented;
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/s, '');
}
