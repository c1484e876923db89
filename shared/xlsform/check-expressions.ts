import { quoted } from '../itinerary/fault-at';
import type { Row } from '../records/checklist';
import { cellOf, headOf, textsOf } from './cell-of';
import { columnName } from './column-name';
import { expressionColumns, translatedColumns } from './columns';
import { defaultOf } from './default-value';
import type { FormContext } from './form-context';
import type { FormNode } from './form-tree';
import { readParameters } from './read-parameters';
import { type RowFault, rowFault } from './row-fault';
import { triggersOf } from './triggers-of';
import { fileId } from './write-instances';
import { typeOf } from './write-model';
import { type Arity, isUnsupportedFunction, xpathFunctions } from './xpath/functions';
import type { FunctionCall } from './xpath/parse-xpath';
import { readExpression } from './xpath/read-expression';

interface Found {
  readonly faults: RowFault[];
  readonly unsupported: RowFault[];
}

/** Every expression of the form: its grammar, the names it uses, its functions and how many arguments they get. */
export function checkExpressions(form: FormContext): Found {
  const found: Found = { faults: [], unsupported: [] };
  for (const node of form.tree.nodes) {
    for (const column of expressionColumns) {
      const cell = cellOf(node.row, column);
      if (cell !== '') checkOne(form, found, 'survey', node.index, headOf(node.row, column), cell);
    }
    const value = node.kind === 'question' ? defaultOf(node) : null;
    if (value?.kind === 'dynamic') {
      checkOne(form, found, 'survey', node.index, headOf(node.row, 'default'), value.expression);
    }
    const seed = readParameters(cellOf(node.row, 'parameters')).get('seed');
    if (seed) checkOne(form, found, 'survey', node.index, headOf(node.row, 'parameters'), seed);
    checkTexts(form, found, 'survey', node.index, node.row);
    checkTrigger(form, found, node);
    const isMissing = node.type === 'calculate' && value === null && cellOf(node.row, 'calculation') === '';
    if (isMissing && cellOf(node.row, 'trigger') === '') {
      const words = { zh: 'calculate 没有填 calculation', en: 'the calculation is missing' };
      found.faults.push(rowFault('survey', node.index, 'calculation', words));
    }
    if (node.list.startsWith('${'))
      checkOne(form, found, 'survey', node.index, headOf(node.row, 'type'), node.list);
  }
  for (const [index, row] of form.checklist.choices.entries()) checkTexts(form, found, 'choices', index, row);
  const { settings } = form.checklist;
  const instanceName = cellOf(settings, 'instance_name');
  if (instanceName !== '')
    checkOne(form, found, 'settings', 0, headOf(settings, 'instance_name'), instanceName);
  return found;
}

function checkOne(
  form: FormContext,
  found: Found,
  sheet: string,
  row: number,
  column: string,
  cell: string,
): void {
  const read = readExpression(cell);
  const fault = (zh: string, en: string) => found.faults.push(rowFault(sheet, row, column, { zh, en }));
  if (!read.ok) {
    fault(`${read.words.zh}：${quoted(cell)}`, `${read.words.en}: ${quoted(cell)}`);
    return;
  }
  for (const { name, lastSaved } of read.parsed.references) {
    if (lastSaved) {
      const zh = `不支持 \${last-saved#${name}}：巡记不带入上一份表的答案，按空值计算`;
      const en = `\${last-saved#${name}} is not supported: Xunji carries nothing over from the last form; it is empty`;
      found.unsupported.push(rowFault(sheet, row, column, { zh, en }));
    } else checkName(form, name, fault);
  }
  for (const call of read.parsed.calls)
    checkCall(form, call, fault, (zh, en) => {
      found.unsupported.push(rowFault(sheet, row, column, { zh, en }));
    });
}

type Say = (zh: string, en: string) => unknown;

function checkName({ tree }: FormContext, name: string, fault: Say): void {
  const targets = tree.byName.get(name)?.length ?? 0;
  if (targets === 0) fault(`没有叫“${name}”的题目`, `there is no question “${name}”`);
  if (targets > 1)
    fault(`叫“${name}”的题目不止一个，公式分不清`, `“${name}” is the name of several questions`);
}

function checkCall(form: FormContext, call: FunctionCall, fault: Say, unsupported: Say): void {
  const { name, firstText } = call;
  const arity: Arity | undefined = Object.hasOwn(xpathFunctions, name) ? xpathFunctions[name] : undefined;
  if (arity === undefined) {
    if (isUnsupportedFunction(name)) {
      unsupported(
        `不支持函数 ${name}()，用到它的公式不起作用`,
        `the function ${name}() is not supported; the expression has no effect`,
      );
    } else fault(`没有函数 ${name}()`, `there is no function ${name}()`);
    return;
  }
  if (call.arguments < arity[0] || call.arguments > arity[1]) {
    fault(
      `函数 ${name}() 要 ${span(arity, '至')} 个参数，这里有 ${call.arguments} 个`,
      `${name}() takes ${span(arity, ' to ')} argument(s) and has ${call.arguments}`,
    );
  }
  if ((name === 'instance' || name === 'pulldata') && firstText !== null && !hasList(form, firstText)) {
    unsupported(
      `没有名单“${firstText}”，从它取到的都是空值；可在检查表里添加 ${firstText}.csv`,
      `there is no list “${firstText}”, so what is read from it is empty; add ${firstText}.csv to the checklist`,
    );
  }
}

function hasList({ lists, checklist }: FormContext, id: string): boolean {
  return lists.has(id) || Object.keys(checklist.lists).some((file) => fileId(file) === id);
}

function span([least, most]: Arity, to: string): string {
  if (least === most) return String(least);
  return most === Number.POSITIVE_INFINITY ? `${least}+` : `${least}${to}${most}`;
}

/** Labels, hints and messages may show answers: `${name}`. */
function checkTexts(form: FormContext, found: Found, sheet: string, index: number, row: Row): void {
  for (const [head, text] of Object.entries(row)) {
    if (!text.includes('${') || !translatedColumns.has(columnName(head).column)) continue;
    for (const [, inner = ''] of text.matchAll(/\$\{([^{}]*)\}/g)) {
      const name = inner.trim();
      const say = (zh: string, en: string) => found.faults.push(rowFault(sheet, index, head, { zh, en }));
      if (!name.startsWith('last-saved#')) checkName(form, name, say);
    }
  }
  for (const text of textsOf(row, 'label').values()) {
    if (!/instance\s*\(\s*['"]/.test(text)) continue;
    const words = {
      zh: '标签里的 instance() 原样显示，不计算',
      en: 'instance() in a label is shown as it is',
    };
    found.unsupported.push(rowFault(sheet, index, headOf(row, 'label'), words));
    return;
  }
}

function checkTrigger(form: FormContext, found: Found, node: FormNode): void {
  const cell = cellOf(node.row, 'trigger');
  if (cell === '') return;
  const column = headOf(node.row, 'trigger');
  const fault = (zh: string, en: string) =>
    found.faults.push(rowFault('survey', node.index, column, { zh, en }));
  const names = triggersOf(node);
  if (names.length === 0)
    fault('trigger 要写成 ${题目名称}', 'the trigger is written as ${name of a question}');
  for (const name of names) {
    checkName(form, name, fault);
    const target = form.tree.byName.get(name)?.[0];
    if (target && !typeOf(target)?.control) {
      fault(`“${name}”没有人填，不能触发计算`, `nobody fills in “${name}”, so it can trigger nothing`);
    }
  }
}
