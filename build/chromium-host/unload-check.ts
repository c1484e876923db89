import type { CdpSession } from './cdp';

/** A page that does not answer is not asked again: a hung page must not keep the app from closing. */
const patience = 3000;

/**
 * Fires `beforeunload` in the page and says whether it lets the page go. Electron asks without a dialog and
 * without wanting a click first; Chromium's own check shows a dialog, which Playwright would accept.
 */
export async function mayUnload(page: CdpSession): Promise<boolean> {
  const asked = page.send('Runtime.evaluate', {
    expression: `(${fireBeforeUnload.toString()})()`,
    returnByValue: true,
  });
  const silence = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience).unref());
  const answer = await Promise.race([asked.catch(() => undefined), silence]);
  return answer?.result.value !== false;
}

function fireBeforeUnload(): boolean {
  const event = document.createEvent('BeforeUnloadEvent');
  event.initEvent('beforeunload', false, true);
  window.dispatchEvent(event);
  return !event.defaultPrevented && event.returnValue === '';
}
