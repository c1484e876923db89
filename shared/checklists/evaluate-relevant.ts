import type { Json } from '../json';
import { answerText } from './answer-text';
import type { ChecklistItem } from './checklist-items';
import type { Comparison, Expression } from './expression';
import { parseExpression } from './parse-expression';

export type Answers = Readonly<Record<string, Json>>;

type Conditional = Pick<ChecklistItem, 'name' | 'relevant'>;

export interface Relevance {
  /** Names of the items to ask, of this set of answers. */
  readonly visible: ReadonlySet<string>;
  /** Items whose expression is not understood. They stay visible: a question too many loses nothing. */
  readonly faults: readonly { readonly item: string; readonly expression: string }[];
}

/**
 * Skip logic in XLSForm's sense: an item is asked while its `relevant` holds, and the answer of an item that
 * is not asked counts as empty for all others. An answer is text, a number, or the names chosen (a list).
 */
export function evaluateRelevant(items: readonly Conditional[], answers: Answers): Relevance {
  const faults: { item: string; expression: string }[] = [];
  const asked = new Map<string, boolean>();
  const byName = new Map(items.map((item) => [item.name, item]));

  /** A circle of items that depend on each other is cut by taking the one in question as asked. */
  const isAsked = (name: string): boolean => {
    const known = asked.get(name);
    if (known !== undefined) return known;
    asked.set(name, true);
    const result = holds(byName.get(name));
    asked.set(name, result);
    return result;
  };
  const holds = (item: Conditional | undefined): boolean => {
    if (!item || item.relevant.trim() === '') return true;
    const expression = parseExpression(item.relevant);
    if (expression) return truth(expression, read);
    faults.push({ item: item.name, expression: item.relevant });
    return true;
  };
  const read: ReadAnswer = (name) => (isAsked(name) ? (answers[name] ?? '') : '');

  return { visible: new Set(items.map((item) => item.name).filter(isAsked)), faults };
}

type ReadAnswer = (name: string) => Json;

function truth(expression: Expression, read: ReadAnswer): boolean {
  switch (expression.kind) {
    case 'and':
      return truth(expression.left, read) && truth(expression.right, read);
    case 'or':
      return truth(expression.left, read) || truth(expression.right, read);
    case 'not':
      return !truth(expression.inner, read);
    case 'selected':
      return words(valueOf(expression.list, read)).includes(answerText(valueOf(expression.choice, read)));
    case 'compare':
      return compare(expression.operator, valueOf(expression.left, read), valueOf(expression.right, read));
    case 'number':
      return expression.value !== 0;
    case 'text':
    case 'answer':
      return answerText(valueOf(expression, read)) !== '';
    default:
      return expression satisfies never;
  }
}

function valueOf(expression: Expression, read: ReadAnswer): Json {
  if (expression.kind === 'text' || expression.kind === 'number') return expression.value;
  return expression.kind === 'answer' ? read(expression.name) : truth(expression, read);
}

/** XPath's rule: numbers where one side is a number or the order is asked for, else text. Empty is no number. */
function compare(operator: Comparison, left: Json, right: Json): boolean {
  const numeric = typeof left === 'number' || typeof right === 'number';
  const [a, b] = numeric ? [numberOf(left), numberOf(right)] : [answerText(left), answerText(right)];
  switch (operator) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return numberOf(left) < numberOf(right);
    case '<=':
      return numberOf(left) <= numberOf(right);
    case '>':
      return numberOf(left) > numberOf(right);
    case '>=':
      return numberOf(left) >= numberOf(right);
    default:
      return operator satisfies never;
  }
}

function numberOf(value: Json): number {
  const text = answerText(value).trim();
  return text === '' ? Number.NaN : Number(text);
}

function words(value: Json): readonly string[] {
  return answerText(value)
    .split(/\s+/)
    .filter((word) => word !== '');
}
