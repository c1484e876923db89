/** Moves the cursor to the first control of the question after this one; stays at the last. */
export function goOn(row: Element): void {
  const question = row.closest('fieldset[data-path]') ?? row.querySelector('fieldset[data-path]');
  const form = row.closest('[data-form]');
  const all = [...(form?.querySelectorAll<HTMLElement>('fieldset[data-path]') ?? [])].filter(
    // Asks for no layout of what is far from the view.
    (one) => one.checkVisibility(),
  );
  for (const next of all.slice(all.findIndex((one) => one === question) + 1)) {
    if (next.dataset['later'] !== undefined) return enterQuestion(next);
    const control = controlOf(next);
    if (!control) continue;
    control.focus();
    return;
  }
}

/** A second at the usual rate: a question that is drawn late is drawn by then. */
const mostFrames = 60;

/** Puts the cursor into a question and it into the middle of the view, where one that is far from it is drawn first. */
export function enterQuestion(question: HTMLElement, frames = mostFrames): void {
  const form = question.closest('[data-form]');
  const path = question.dataset['path'] ?? '';
  const now = form?.querySelector<HTMLElement>(`fieldset[data-path="${CSS.escape(path)}"]`);
  if (!form || !now) return;
  now.scrollIntoView({ block: 'center' });
  if (now.dataset['later'] === undefined) controlOf(now)?.focus();
  else if (frames > 0) requestAnimationFrame(() => enterQuestion(now, frames - 1));
}

/** Where the cursor goes when a question is entered: the chosen button, else its first control. */
function controlOf(question: Element): HTMLElement | null {
  const inside =
    'input:not([type=file]):not(:disabled), textarea:not(:disabled), .answer button, .answer [tabindex="0"]';
  return (
    question.querySelector<HTMLElement>('input[type=radio]:checked') ??
    question.querySelector<HTMLElement>(inside)
  );
}
