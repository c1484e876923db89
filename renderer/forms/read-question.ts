import type { AnyControlNode } from '@getodk/xforms-engine';
import { appearancesOf } from './appearances-of';
import type { Bounds, Choice, Question, QuestionType, Violation } from './form';
import { writtenValue } from './written-value';

/** A question of the engine as the screen needs it. */
export function readQuestion(node: AnyControlNode, path: string): Question {
  const { currentState } = node;
  return {
    kind: 'question',
    key: node.nodeId,
    path,
    type: typeOf(node),
    label: currentState.label?.asString ?? '',
    hint: currentState.hint?.asString ?? '',
    appearances: appearancesOf(node.appearances),
    required: currentState.required,
    readonly: currentState.readonly,
    value: writtenValue(node, currentState.instanceValue),
    choices: choicesOf(node),
    bounds: boundsOf(node),
    rows: node.nodeType === 'input' && node.valueType === 'string' ? node.nodeOptions.rows : null,
    accept: node.nodeType === 'upload' ? node.nodeOptions.media.accept : '',
    violation: violationOf(node),
  };
}

function typeOf(node: AnyControlNode): QuestionType {
  switch (node.nodeType) {
    case 'note':
      return 'note';
    case 'select':
      return node.selectType === 'select1' ? 'one' : 'many';
    case 'rank':
      return 'rank';
    case 'range':
      return 'range';
    case 'trigger':
      return 'acknowledge';
    case 'upload':
      return 'file';
    case 'input':
      return typeOfInput[node.valueType] ?? 'text';
    default:
      return node satisfies never;
  }
}

const typeOfInput: Readonly<Record<string, QuestionType>> = {
  int: 'integer',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
};

function choicesOf(node: AnyControlNode): readonly Choice[] {
  if (node.nodeType !== 'select' && node.nodeType !== 'rank') return [];
  return node.currentState.valueOptions.map((item) => ({
    value: item.value,
    label: item.label.asString || item.value,
  }));
}

function boundsOf(node: AnyControlNode): Bounds | null {
  if (node.nodeType !== 'range') return null;
  const { start, end, step } = node.definition.bounds;
  return { start: Number(start), end: Number(end), step: Number(step) };
}

function violationOf(node: AnyControlNode): Violation | null {
  const { violation } = node.validationState;
  return violation && { kind: violation.condition, message: violation.message?.asString ?? '' };
}
