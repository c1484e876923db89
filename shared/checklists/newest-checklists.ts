import type { Checklist } from '../records/checklist';

/** What joins the versions of a checklist: the first of a family has no name for it but its own. */
export function familyOf(checklist: Pick<Checklist, 'id' | 'family'>): string {
  return checklist.family || checklist.id;
}

/** Of each family the newest published version: what is filled from now on. By title. */
export function newestChecklists(all: readonly Checklist[]): readonly Checklist[] {
  const newest = new Map<string, Checklist>();
  for (const checklist of all) {
    if (checklist.draft || checklist.deleted) continue;
    const known = newest.get(familyOf(checklist));
    if (!known || isNewer(checklist, known)) newest.set(familyOf(checklist), checklist);
  }
  return [...newest.values()].sort((a, b) => a.title.localeCompare(b.title, 'zh'));
}

/** "10" is newer than "9" and "2.10" than "2.9"; where two versions read alike, the record that was made later. */
function isNewer(a: Checklist, b: Checklist): boolean {
  const order = a.version.localeCompare(b.version, 'en', { numeric: true });
  return order > 0 || (order === 0 && a.id > b.id);
}
