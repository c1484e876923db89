/** A column of a sheet by its meaning: "Label::English (en)" is `label` in "English (en)"; no language is "". */
export interface ColumnName {
  readonly column: string;
  readonly language: string;
}

/**
 * Reads the head of a column as pyxform does: case, spaces and older names do not matter, ":" parts like "::", and
 * "media::image" is the same as "image".
 */
export function columnName(head: string): ColumnName {
  const known = remembered.get(head);
  if (known) return known;
  // A form has a few dozen heads and asks for them in every row.
  if (remembered.size > 2_000) remembered.clear();
  const name = readHead(head);
  remembered.set(head, name);
  return name;
}

const remembered = new Map<string, ColumnName>();

function readHead(head: string): ColumnName {
  const parts = head.includes('::') ? head.split('::').map((part) => part.trim()) : splitOnce(head);
  const [first = '', ...others] = parts;
  const isMedia = keyOf(first) === 'media' && others.length > 0;
  const owner = keyOf(isMedia ? (others[0] ?? '') : first);
  const rest = isMedia ? others.slice(1) : others;
  // bind::, control:: and the like name attributes of the XForm, not languages.
  if (attributeOwners.has(owner) && rest.length > 0) {
    const attribute = `${owner}::${rest.join('::')}`;
    return { column: aliases.get(attribute.toLowerCase()) ?? attribute, language: '' };
  }
  return { column: aliases.get(owner) ?? owner, language: rest.join('::') };
}

/** "label:English" is the old way to write it; "jr:count" keeps its colon. */
function splitOnce(head: string): readonly string[] {
  const colon = head.indexOf(':');
  if (colon < 0 || /^\s*jr\s*:/i.test(head)) return [head.trim()];
  return [head.slice(0, colon).trim(), head.slice(colon + 1).trim()];
}

function keyOf(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, '_');
}

const attributeOwners: ReadonlySet<string> = new Set(['bind', 'control', 'body', 'instance', 'attribute']);

const aliases: ReadonlyMap<string, string> = new Map([
  ['relevance', 'relevant'],
  ['bind::relevant', 'relevant'],
  ['caption', 'label'],
  ['tag', 'name'],
  ['command', 'type'],
  ['value', 'name'],
  ['list', 'list_name'],
  ['calculate', 'calculation'],
  ['bind::calculate', 'calculation'],
  ['readonly', 'read_only'],
  ['bind::readonly', 'read_only'],
  ['bind::required', 'required'],
  ['bind::constraint', 'constraint'],
  ['constraining_message', 'constraint_message'],
  ['constraintmsg', 'constraint_message'],
  ['bind::jr:constraintmsg', 'constraint_message'],
  ['requiredmsg', 'required_message'],
  ['bind::jr:requiredmsg', 'required_message'],
  ['control::appearance', 'appearance'],
  ['body::appearance', 'appearance'],
  ['count', 'repeat_count'],
  ['jr:count', 'repeat_count'],
  ['control::jr:count', 'repeat_count'],
  ['title', 'form_title'],
  ['set_form_title', 'form_title'],
  ['id_string', 'form_id'],
  ['set_form_id', 'form_id'],
]);
