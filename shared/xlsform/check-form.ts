import { formContext } from './form-context';
import type { Checklist } from '../records/checklist';
import { checkChoices } from './check-choices';
import { checkCircles } from './check-circles';
import { checkExpressions } from './check-expressions';
import { checkLists } from './check-lists';
import { checkNames } from './check-names';
import { listUnsupported } from './list-unsupported';
import { readTree } from './read-tree';
import { type RowFault, rowFault } from './row-fault';

export interface FormCheck {
  /** What keeps the checklist from being filled in. */
  readonly faults: readonly RowFault[];
  /** What stays in the rows and has no effect in Xunji, or another one. */
  readonly unsupported: readonly RowFault[];
}

const order = ['survey', 'choices', 'settings'];

/** Everything that is wrong with a checklist and everything that Xunji does not support, in the order of its sheets and rows. */
export function checkForm(checklist: Checklist): FormCheck {
  const { tree, faults: treeFaults } = readTree(checklist);
  const form = formContext(checklist, tree);
  const expressions = checkExpressions(form);
  const lists = checkLists(form);
  const empty = { zh: '工作表“survey”里一道题也没有', en: 'the sheet “survey” has not one question' };
  return {
    faults: inOrder([
      ...(tree.nodes.length === 0 && treeFaults.length === 0 ? [rowFault('survey', -1, '', empty)] : []),
      ...treeFaults,
      ...checkNames(form),
      ...checkChoices(form),
      ...lists.faults,
      ...expressions.faults,
      ...(expressions.faults.length === 0 ? checkCircles(form) : []),
    ]),
    unsupported: inOrder([...expressions.unsupported, ...listUnsupported(form), ...lists.unsupported]),
  };
}

function inOrder(faults: readonly RowFault[]): readonly RowFault[] {
  const placeOf = (sheet: string) => (order.includes(sheet) ? order.indexOf(sheet) : order.length);
  return [...faults].sort((one, other) => placeOf(one.sheet) - placeOf(other.sheet) || one.row - other.row);
}
