import { cellOf } from './cell-of';
import { defaultOf } from './default-value';
import { type FormContext, pathsIn, xpathOf } from './form-context';
import { type FormNode, ancestorsOf } from './form-tree';
import { type QuestionType, questionTypes, unsupportedTypes } from './question-types';
import { readParameters } from './read-parameters';
import { rootPath } from './read-tree';
import { textId } from './write-itext';
import { type Xml, element } from './xml';

/** The type of a question; groups have none. */
export function typeOf(node: FormNode): QuestionType | undefined {
  if (Object.hasOwn(questionTypes, node.type)) return questionTypes[node.type];
  return Object.hasOwn(unsupportedTypes, node.type) ? unsupportedTypes[node.type] : undefined;
}

/** The primary instance: a node for every question, each repeat with the template of its entries. */
export function writePrimary(form: FormContext): Xml {
  const { settings, id, version } = form.checklist;
  const names = cellOf(settings, 'instance_name') === '' ? ['instanceID'] : ['instanceID', 'instanceName'];
  return element(
    'instance',
    {},
    element(
      'data',
      { id: cellOf(settings, 'form_id') || id, version: cellOf(settings, 'version') || version },
      ...form.tree.roots.flatMap((node) => instanceNodes(node)),
      element('meta', {}, ...names.map((name) => element(name, {}))),
    ),
  );
}

function instanceNodes(node: FormNode): readonly Xml[] {
  const content = node.children.flatMap(instanceNodes);
  if (node.kind === 'repeat') {
    return [element(node.name, { 'jr:template': '' }, ...content), element(node.name, {}, ...content)];
  }
  const value = node.kind === 'question' ? defaultOf(node) : null;
  const own = element(node.name, {}, ...content, ...(value?.kind === 'fixed' ? [value.text] : []));
  return [own];
}

/** A `<bind>` for every node that has a type or a rule. */
export function writeBinds(form: FormContext): readonly Xml[] {
  const instanceName = cellOf(form.checklist.settings, 'instance_name');
  return [
    ...form.tree.nodes.flatMap((node) => bindsOf(form, node)),
    element('bind', {
      nodeset: `${rootPath}/meta/instanceID`,
      type: 'string',
      readonly: 'true()',
      'jr:preload': 'uid',
    }),
    ...(instanceName === ''
      ? []
      : [
          element('bind', {
            nodeset: `${rootPath}/meta/instanceName`,
            type: 'string',
            calculate: pathsIn(form, null, instanceName) ?? "''",
          }),
        ]),
  ];
}

function bindsOf(form: FormContext, node: FormNode): readonly Xml[] {
  const type = typeOf(node);
  const { row } = node;
  const parameters = readParameters(cellOf(row, 'parameters'));
  const message = (column: string) => {
    const id = textId(node, column);
    return id && `jr:itext('${id}')`;
  };
  const rules = {
    type: type && (node.type === 'range' ? rangeType(parameters) : type.bind),
    readonly: xpathOf(form, node, 'read_only') ?? (type?.readOnly ? 'true()' : undefined),
    required: xpathOf(form, node, 'required'),
    relevant: xpathOf(form, node, 'relevant'),
    constraint: xpathOf(form, node, 'constraint'),
    'jr:constraintMsg': message('constraint_message'),
    'jr:requiredMsg': message('required_message'),
    // A calculation with a trigger is an action of that question, not a rule.
    calculate: cellOf(row, 'trigger') === '' ? xpathOf(form, node, 'calculation') : undefined,
    'jr:preload': type?.preload?.[0],
    'jr:preloadParams': type?.preload?.[1],
    'orx:max-pixels': node.type === 'image' ? parameters.get('max-pixels') : undefined,
    'odk:quality': node.type === 'audio' ? parameters.get('quality') : undefined,
  };
  if (Object.values(rules).every((rule) => rule === undefined)) return [];
  return [element('bind', { nodeset: node.path, ...rules })];
}

export function rangeType(parameters: ReadonlyMap<string, string>): string {
  return ['start', 'end', 'step'].some((name) => parameters.get(name)?.includes('.')) ? 'decimal' : 'int';
}

/** Dynamic defaults: set when the form is opened, and again in the body for each new entry of a repeat. */
export function writeDefaults(form: FormContext): readonly Xml[] {
  return form.tree.nodes.flatMap((node) => {
    const action = defaultAction(form, node, 'odk-instance-first-load');
    return action === null ? [] : [action];
  });
}

/** The actions that a repeat takes when an entry is added: the dynamic defaults of what stands in it. */
export function newEntryActions(form: FormContext, repeat: FormNode): readonly Xml[] {
  return form.tree.nodes.flatMap((node) => {
    const nearest = ancestorsOf(node).find(({ kind }) => kind === 'repeat');
    const action = nearest === repeat ? defaultAction(form, node, 'odk-new-repeat') : null;
    return action === null ? [] : [action];
  });
}

function defaultAction(form: FormContext, node: FormNode, event: string): Xml | null {
  const value = node.kind === 'question' ? defaultOf(node) : null;
  if (value?.kind !== 'dynamic') return null;
  return element('setvalue', { event, ref: node.path, value: pathsIn(form, node, value.expression) ?? "''" });
}
