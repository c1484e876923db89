/**
 * What only the page itself can tell, each as one line a fault. The functions run inside the page: they may use nothing but
 * what they get, and no function beside them.
 */

/** Whatever reacts to a click takes the Tab key, or belongs to something that does, and shows where the keyboard stands. */
export async function findKeyboardFaults(): Promise<readonly string[]> {
  const name = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 30)}`;
  const seen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
    element.getClientRects().length > 0;
  const area =
    [...document.querySelectorAll('[role=dialog][aria-modal=true]')].findLast(seen) ?? document.body;
  const takesTab = (element: Element) =>
    element instanceof HTMLElement && element.tabIndex >= 0 && !element.matches(':disabled');
  const stops = [...area.querySelectorAll('*')].filter((element) => takesTab(element) && seen(element));
  const composite =
    '[role=radiogroup],[role=tablist],[role=menu],[role=listbox],[role=grid],label,.ant-select,.ant-picker,.ant-input-number,.ant-input-affix-wrapper,[data-roving]';
  const faults: string[] = [];
  for (const element of area.querySelectorAll<HTMLElement>('*')) {
    // Bars that scroll are for the mouse; keys scroll what they belong to.
    if (element.matches('[class*=scrollbar]')) continue;
    if (!seen(element) || getComputedStyle(element).cursor !== 'pointer') continue;
    const parent = element.parentElement;
    if (parent && getComputedStyle(parent).cursor === 'pointer') continue;
    const near = [element, element.closest(composite), element.closest('a,button,summary')];
    const reached = near.some((one) => one && (takesTab(one) || stops.some((stop) => one.contains(stop))));
    const labelled = element instanceof HTMLLabelElement && element.control?.matches(':disabled');
    if (!reached && !labelled && !element.closest(':disabled,[aria-disabled=true]'))
      faults.push(`not reached: ${name(element)}`);
  }
  const before = document.activeElement;
  /** A picker has its ring round its field, some boxes up. */
  const frames = (element: Element) => {
    const found: Element[] = [];
    for (let at = element.parentElement; at && found.length < 5; at = at.parentElement) found.push(at);
    return found;
  };
  const look = (element: Element) =>
    [element, ...frames(element), element.nextElementSibling]
      .map((one) => {
        if (!one) return '';
        const own = getComputedStyle(one);
        return [
          own.outlineStyle,
          own.outlineWidth,
          own.boxShadow,
          own.borderColor,
          own.backgroundColor,
        ].join();
      })
      .join('|');
  for (const stop of stops) {
    if (!(stop instanceof HTMLElement) || stop.matches('input[type=file]')) continue;
    if (stop === document.activeElement) stop.blur();
    const calm = look(stop);
    stop.focus({ preventScroll: true });
    // React draws the ring of a picker after the event.
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
    const ringed = getComputedStyle(stop).outlineStyle !== 'none';
    if (document.activeElement === stop && !ringed && look(stop) === calm)
      faults.push(`no ring: ${name(stop)}`);
    stop.blur();
  }
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return faults;
}

/** Every run of Chinese in what the window shows and says. */
export function findChinese(): readonly string[] {
  const words: string[] = [];
  const take = (text: string | null) => words.push(...((text ?? '').match(/[\u3400-\u9fff]+/g) ?? []));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    // A document is in its own language and says so.
    if (node.parentElement?.closest('[lang]:not(html)')) continue;
    if (node instanceof Text && node.parentElement?.checkVisibility()) take(node.data);
    if (!(node instanceof Element) || !node.checkVisibility()) continue;
    for (const attribute of ['aria-label', 'title', 'placeholder', 'alt']) take(node.getAttribute(attribute));
  }
  return words;
}

/** Words that do not fit where they stand, and pages that scroll sideways. What is cut on purpose (.cut) says the rest in its title. */
export function findCutWords(): readonly string[] {
  const faults: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(
    'button,label,legend,h1,h2,h3,dt,th,[role=tab],.ant-segmented-item-label,.ant-tag,a',
  )) {
    if (!element.checkVisibility() || element.matches('.cut,.hidden-text,.ant-select *')) continue;
    const { overflowX } = getComputedStyle(element);
    if (overflowX === 'visible' || element.scrollWidth <= element.clientWidth + 1) continue;
    if (!element.title) faults.push(`cut: ${(element.textContent ?? '').slice(0, 40)}`);
  }
  for (const element of document.querySelectorAll('.frame-body,main,.ant-modal-body'))
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'hidden')
      faults.push(`sideways: ${element.className} ${element.scrollWidth} > ${element.clientWidth}`);
  return faults;
}

/** Something moves where nothing should: a click that meets a dialog still growing lands beside its button. */
export function reportMotion(): void {
  document.addEventListener('animationstart', ({ animationName, target }) => {
    if (target instanceof Element && target.matches('[role=dialog], [role=dialog] > div'))
      reportError(new Error(`a dialog moves: ${animationName}`));
  });
}

/** Puts the keyboard on the first or the last stop of the dialog that stands open; false where none does. */
export function standAtEdge(edge: 'first' | 'last'): boolean {
  const dialog = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].findLast((one) =>
    one.checkVisibility(),
  );
  if (!dialog) return false;
  const stops = [
    ...dialog.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,[tabindex]'),
  ].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      element.checkVisibility() &&
      element.getClientRects().length > 0,
  );
  stops.at(edge === 'first' ? 0 : -1)?.focus();
  return true;
}

/** Where the keyboard stands: in the dialog that is open, elsewhere, or nowhere. */
export function whereKeyboardStands(): 'dialog' | 'page' | 'nowhere' {
  const at = document.activeElement;
  if (!at || at === document.body) return 'nowhere';
  return at.closest('[role=dialog]') ? 'dialog' : 'page';
}
