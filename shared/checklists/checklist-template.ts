export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface ChecklistChoice {
  readonly name: string;
  readonly label: Bilingual;
}

/** One row of a checklist in XLSForm's words; `relevant` is an XLSForm expression. */
export interface ChecklistItem {
  readonly name: string;
  readonly type: 'select_one' | 'select_multiple' | 'text' | 'integer' | 'decimal' | 'date' | 'note';
  readonly label: Bilingual;
  readonly hint?: Bilingual;
  readonly required?: true;
  readonly relevant?: string;
  readonly choices?: readonly ChecklistChoice[];
}

export interface ChecklistTemplate {
  readonly title: Bilingual;
  readonly version: string;
  readonly items: readonly ChecklistItem[];
}
