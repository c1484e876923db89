/** Moves the cursor to the first control of the question after this one; stays at the last. */
export function goOn(row: Element): void {
  const question = row.closest('fieldset[data-path]') ?? row.querySelector('fieldset[data-path]');
  const form = row.closest('[data-form]');
  const all = [...(form?.querySelectorAll<HTMLElement>('fieldset[data-path]') ?? [])].filter(
    (one) => one.offsetParent !== null,
  );
  for (const next of all.slice(all.findIndex((one) => one === question) + 1)) {
    const control = controlOf(next);
    if (!control) continue;
    control.focus();
    return;
  }
}

/** Where the cursor goes when a question is entered: the chosen button, else its first control. */
export function controlOf(question: Element): HTMLElement | null {
  const inside =
    'input:not([type=file]):not(:disabled), textarea:not(:disabled), .answer button, .answer [tabindex="0"]';
  return (
    question.querySelector<HTMLElement>('input[type=radio]:checked') ??
    question.querySelector<HTMLElement>(inside)
  );
}
