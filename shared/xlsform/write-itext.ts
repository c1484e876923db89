import { cellOf, textsOf } from './cell-of';
import { mediaColumns } from './columns';
import type { FormContext } from './form-context';
import type { FormNode } from './form-tree';
import { otherLabel, otherTextId } from './or-other';
import { resolveReferences } from './resolve-references';
import { type Xml, element } from './xml';
import { parseXpath } from './xpath/parse-xpath';
import type { Row } from '../records/checklist';

/** The forms of a text by column; the plain one has no `form`. */
const textForms: Readonly<Record<string, readonly (readonly [string, string | undefined])[]>> = {
  label: [['label', undefined], ...mediaColumns.map((column) => [column, column] as const)],
  hint: [
    ['hint', undefined],
    ['guidance_hint', 'guidance'],
  ],
  constraint_message: [['constraint_message', undefined]],
  required_message: [['required_message', undefined]],
};

interface TextEntry {
  readonly id: string;
  readonly row: Row;
  readonly column: string;
  readonly node: FormNode | null;
}

/** `<itext>`: every text of the form in every language; one that a language lacks is shown in the main one. */
export function writeItext(form: FormContext): Xml {
  const entries = [...nodeTexts(form), ...choiceTexts(form)];
  const hasOther = form.tree.nodes.some((node) => node.orOther);
  const translations = form.languages.map((language) =>
    element(
      'translation',
      { lang: language, default: language === form.mainLanguage ? 'true()' : undefined },
      ...entries.map((entry) => textElement(form, entry, language)),
      ...(hasOther ? [element('text', { id: otherTextId }, element('value', {}, otherLabel(language)))] : []),
    ),
  );
  return element('itext', {}, ...translations);
}

/** The id of a node's text, where the node has one: "/data/permit:label". */
export function textId(node: FormNode, column: string): string | undefined {
  return hasText(node.row, column) ? `${node.path}:${column}` : undefined;
}

export function choiceTextId(list: string, place: number): string {
  return `${list}-${place}`;
}

function* nodeTexts(form: FormContext): Iterable<TextEntry> {
  for (const node of form.tree.nodes) {
    for (const column of Object.keys(textForms)) {
      const id = textId(node, column);
      if (id !== undefined) yield { id, row: node.row, column, node };
    }
  }
}

function* choiceTexts(form: FormContext): Iterable<TextEntry> {
  for (const [list, rows] of form.lists) {
    for (const [place, index] of rows.entries()) {
      const row = form.checklist.choices[index] ?? {};
      // A choice without a label is shown by its name.
      const shown = hasText(row, 'label') ? row : { ...row, label: cellOf(row, 'name') };
      yield { id: choiceTextId(list, place), row: shown, column: 'label', node: null };
    }
  }
}

function hasText(row: Row, column: string): boolean {
  return (textForms[column] ?? []).some(([source]) => textsOf(row, source).size > 0);
}

function textElement(form: FormContext, { id, row, column, node }: TextEntry, language: string): Xml {
  if (column === 'hint') {
    // The engine gives the plain form of a hint alone: the guidance stands below it, or nobody would read it.
    const lines = ['hint', 'guidance_hint'].map((source) => textIn(form, textsOf(row, source), language));
    const said = lines.filter((text) => text !== '' && text !== '-').join('\n');
    return element('text', { id }, element('value', {}, ...withOutputs(form, node, said)));
  }
  const values = (textForms[column] ?? []).flatMap(([source, shape]) => {
    const text = textIn(form, textsOf(row, source), language);
    if (text === '' || text === '-') return [];
    if (mediaColumns.includes(source)) {
      const folder = source === 'audio' || source === 'video' ? source : 'images';
      return [element('value', { form: shape }, `jr://${folder}/${text.trim()}`)];
    }
    return [element('value', { form: shape }, ...withOutputs(form, node, text))];
  });
  return element('text', { id }, ...(values.length > 0 ? values : [element('value', {}, '')]));
}

function textIn(form: FormContext, texts: ReadonlyMap<string, string>, language: string): string {
  const main = texts.get(form.mainLanguage) ?? texts.get('');
  const own = language === form.mainLanguage ? main : texts.get(language);
  return own ?? main ?? [...texts.values()][0] ?? '';
}

/** The text with an `<output>` for each `${name}` in it. */
export function withOutputs(
  form: FormContext,
  node: FormNode | null,
  text: string,
): readonly (Xml | string)[] {
  return text.split(/(\$\{[^{}]*\})/).map((part) => {
    const name = /^\$\{([^{}]*)\}$/.exec(part)?.[1]?.trim();
    if (name === undefined || !form.tree.byName.has(name)) return part;
    const read = parseXpath(part);
    return read.ok
      ? element('output', { value: resolveReferences(part, read.value, form.tree, node) })
      : part;
  });
}
