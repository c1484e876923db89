import { headOf } from './cell-of';
import type { FormContext } from './form-context';
import { type FormNode, ancestorsOf } from './form-tree';
import { type RowFault, rowFault } from './row-fault';
import { xmlName } from './write-instances';
import { groupBy } from '../checklists/group-by';
import type { FaultWords } from '../itinerary/fault-at';

/** An answer is kept under its path, and the name of a field has an end ("answers." and the numbers of repeats included). */
const longestPath = 150;
/** Names that every object of the program has, and the node that every form has. */
const taken: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Names that are missing, cannot be names, or stand twice in one group. */
export function checkNames({ tree }: FormContext): readonly RowFault[] {
  const siblings = groupBy(tree.nodes, (node) => node.path);
  return tree.nodes.flatMap((node) => {
    const words = wrongName(node) ?? twice(node, siblings.get(node.path) ?? []);
    return words === null ? [] : [rowFault('survey', node.index, headOf(node.row, 'name'), words)];
  });
}

function wrongName(node: FormNode): FaultWords | null {
  const { name, path } = node;
  if (name === '') return { zh: '没有填 name', en: 'the name is missing' };
  if (!xmlName.test(name)) {
    return {
      zh: `“${name}”不能作名称：要以文字或下划线开头，只用文字、数字、下划线、连字符和点`,
      en: `“${name}” cannot be a name: it begins with a letter or underscore and has letters, digits, _ - . only`,
    };
  }
  if (taken.has(name) || path === '/data/meta') {
    return { zh: `名称“${name}”被程序占用，请换一个`, en: `the name “${name}” is reserved; choose another` };
  }
  if (path.length <= longestPath) return null;
  const groups = ancestorsOf(node).length;
  return {
    zh: `名称连同外面的 ${groups} 层分组超过 ${longestPath} 个字符`,
    en: `the name and those of its ${groups} groups are longer than ${longestPath} characters`,
  };
}

function twice(node: FormNode, same: readonly FormNode[]): FaultWords | null {
  const [first] = same;
  if (first === undefined || first === node) return null;
  return {
    zh: `名称“${node.name}”与第 ${first.index + 2} 行重复`,
    en: `the name “${node.name}” is that of row ${first.index + 2} already`,
  };
}
