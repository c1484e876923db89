import { cellOf } from './cell-of';
import { type FormContext, pathsIn, xpathOf } from './form-context';
import type { FormNode } from './form-tree';
import { isSelect } from './read-type';
import { readParameters } from './read-parameters';
import { relativePath } from './resolve-references';
import { textId } from './write-itext';
import { fileId } from './write-instances';
import { newEntryActions, typeOf } from './write-model';
import { type Xml, element } from './xml';

/** The controls of the body, in the order of the survey; what nobody sees has none. */
export function writeBody(form: FormContext): readonly Xml[] {
  return form.tree.roots.flatMap((node) => bodyNodes(form, node));
}

function bodyNodes(form: FormContext, node: FormNode): readonly Xml[] {
  const appearance = cellOf(node.row, 'appearance') || undefined;
  if (node.kind === 'question') return question(form, node, appearance);
  const content = node.children.flatMap((child) => bodyNodes(form, child));
  if (node.kind === 'group') {
    return [element('group', { ref: node.path, appearance }, ...textElements(node), ...content)];
  }
  const count = xpathOf(form, node, 'repeat_count');
  const repeat = element(
    'repeat',
    { nodeset: node.path, 'jr:count': count, appearance },
    ...newEntryActions(form, node),
    ...content,
  );
  return [element('group', { ref: node.path }, ...textElements(node), repeat)];
}

function question(form: FormContext, node: FormNode, appearance: string | undefined): readonly Xml[] {
  const type = typeOf(node);
  if (type === undefined || type.control === null) return [];
  const parameters = readParameters(cellOf(node.row, 'parameters'));
  const control = element(
    type.control,
    {
      ref: node.path,
      appearance,
      mediatype: type.mediatype,
      rows: node.type === 'text' ? parameters.get('rows') : undefined,
      ...(node.type === 'range' && {
        start: parameters.get('start') ?? '1',
        end: parameters.get('end') ?? '10',
        step: parameters.get('step') ?? '1',
      }),
    },
    ...textElements(node),
    ...(isSelect(node.type) ? [itemset(form, node, parameters)] : []),
    ...triggered(form, node),
  );
  return [control];
}

function textElements(node: FormNode): readonly Xml[] {
  return ['label', 'hint'].flatMap((column) => {
    const id = textId(node, column);
    return id === undefined ? [] : [element(column, { ref: `jr:itext('${id}')` })];
  });
}

function itemset(form: FormContext, node: FormNode, parameters: ReadonlyMap<string, string>): Xml {
  const isFile = node.type.endsWith('_from_file');
  const filter = xpathOf(form, node, 'choice_filter');
  const fromAnswers = /^\$\{([^{}]+)\}$/.exec(node.list)?.[1]?.trim();
  const source = form.tree.byName.get(fromAnswers ?? '')?.[0];
  const parent = source?.path.replace(/\/[^/]*$/, '') ?? '';
  const shared = source && relativePath(node, source)?.replace(/\/[^/]*$/, '');
  const plain = source
    ? `${shared ?? parent}[./${source.name} != '']`
    : `instance('${isFile ? fileId(node.list) : node.list}')/root/item`;
  const nodeset = filter === undefined ? plain : `${plain}[${filter}]`;
  const seed = pathsIn(form, node, parameters.get('seed') ?? '');
  const order = seed === null ? `randomize(${nodeset})` : `randomize(${nodeset}, ${seed})`;
  const label = source?.name ?? (isFile ? (parameters.get('label') ?? 'label') : 'jr:itext(itextId)');
  return element(
    'itemset',
    { nodeset: parameters.get('randomize') === 'true' ? order : nodeset },
    element('value', { ref: source?.name ?? (isFile ? (parameters.get('value') ?? 'name') : 'name') }),
    element('label', { ref: label }),
  );
}

/** What is computed when this answer changes: the questions that name it in their column `trigger`. */
function triggered(form: FormContext, node: FormNode): readonly Xml[] {
  return (form.triggered.get(node.name) ?? []).map((other) =>
    element('setvalue', {
      event: 'xforms-value-changed',
      ref: other.path,
      value: xpathOf(form, other, 'calculation') ?? "''",
    }),
  );
}
