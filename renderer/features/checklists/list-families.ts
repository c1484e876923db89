import { groupBy } from '../../../shared/checklists/group-by';
import { familyOf, newestChecklists } from '../../../shared/checklists/newest-checklists';
import type { Checklist } from '../../../shared/records/checklist';

/** All versions of one checklist. */
export interface Family {
  readonly id: string;
  /** What it is known by: the newest published version, else the draft. */
  readonly shown: Checklist;
  readonly published: Checklist | undefined;
  readonly draft: Checklist | undefined;
  readonly all: readonly Checklist[];
}

/** Checklists by family, by title. */
export function listFamilies(checklists: readonly Checklist[]): readonly Family[] {
  const families = [...groupBy(checklists, familyOf)].flatMap(([id, all]): readonly Family[] => {
    const [published] = newestChecklists(all);
    const draft = all.findLast((one) => one.draft);
    const shown = published ?? draft;
    return shown ? [{ id, shown, published, draft, all }] : [];
  });
  return families.sort((a, b) => a.shown.title.localeCompare(b.shown.title, 'zh'));
}
