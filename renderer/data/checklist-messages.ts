import type { Checklist } from '../../shared/records/checklist';
import type { Cell } from '../../shared/tables/workbook';
import type { FormCheck } from '../../shared/xlsform/check-form';
import type { ListReading } from '../../shared/xlsform/read-list';
import type { XlsformReading } from '../../shared/xlsform/read-xlsform';

/** What the worker is told: a workbook in pieces, then to read it; or a checklist to check. */
export type ToChecklistWorker =
  | { readonly kind: 'sheet'; readonly name: string; readonly uncalculated: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  | {
      readonly kind: 'read';
      readonly id: string;
      readonly title: string;
      readonly lists: Readonly<Record<string, ListReading>>;
    }
  | { readonly kind: 'check'; readonly checklist: Checklist };

export type FromChecklistWorker =
  | { readonly kind: 'read'; readonly reading: XlsformReading; readonly wanted: readonly string[] }
  | { readonly kind: 'check'; readonly check: FormCheck };
