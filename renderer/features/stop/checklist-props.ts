import type { Json } from '../../../shared/json';
import type { ChecklistItem } from '../../../shared/checklists/checklist-items';
import type { TextTarget } from '../../data/use-text-field';

/** What the row of a checklist and its control are given. */
export interface ChecklistQuestionProps {
  readonly item: ChecklistItem;
  readonly answer: Json;
  readonly target: TextTarget;
  /** Whether the answer sheet exists already. */
  readonly there: boolean;
  readonly save: (value: Json) => void;
}
