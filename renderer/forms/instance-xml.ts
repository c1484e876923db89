import { answerText } from '../../shared/checklists/answer-text';
import type { Answers } from './form';

/** The form's primary instance filled with answers: what the engine restores a sheet from. */
export function instanceXml(formXml: string, answers: Answers): string {
  const form = new DOMParser().parseFromString(formXml, 'application/xml');
  const first = form.querySelector('model > instance')?.firstElementChild;
  if (!first) throw new Error('a form without an instance');
  const instance = document.implementation.createDocument(null, null);
  const root = instance.importNode(first, true);
  instance.append(root);
  const patterns = patternsOf(root);
  const files = filePaths(form);
  const given = Object.entries(answers).filter(([, value]) => value !== null);
  for (const [path, value] of given.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
    const leaf = elementAt(root, path, patterns);
    const isFile = files.has(path.replaceAll(/\[\d+\]/g, ''));
    if (leaf && !isFile && leaf.childElementCount === 0) leaf.textContent = answerText(value);
  }
  return new XMLSerializer().serializeToString(instance);
}

/** Files are set afterwards: a name that stands in the XML comes back whenever the engine's file is taken away. */
function filePaths(form: Document): ReadonlySet<string> {
  const binds = [...form.querySelectorAll('bind[type=binary]')];
  return new Set(binds.map((bind) => (bind.getAttribute('nodeset') ?? '').split('/').slice(2).join('/')));
}

const javaRosa = 'http://openrosa.org/javarosa';

/** What an instance of each repeat looks like before it is filled, by its path without numbers. Templates leave the instance. */
function patternsOf(root: Element): ReadonlyMap<string, Element> {
  const patterns = new Map<string, Element>();
  for (const element of root.querySelectorAll('*')) {
    const name = namePath(element, root);
    if (!patterns.has(name)) patterns.set(name, element.cloneNode(true) as Element);
  }
  for (const element of root.querySelectorAll('*')) {
    if (element.hasAttributeNS(javaRosa, 'template')) element.remove();
  }
  for (const pattern of patterns.values()) pattern.removeAttributeNS(javaRosa, 'template');
  return patterns;
}

function namePath(element: Element, root: Element): string {
  const names: string[] = [];
  for (let at: Element | null = element; at && at !== root; at = at.parentElement)
    names.unshift(at.localName);
  return names.join('/');
}

/** The element of a path; instances of a repeat that are missing before it are added. Null for a path the form does not have. */
function elementAt(root: Element, path: string, patterns: ReadonlyMap<string, Element>): Element | null {
  let at = root;
  let names = '';
  for (const step of path.split('/')) {
    const [, name = '', index = '1'] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    names = names === '' ? name : `${names}/${name}`;
    const pattern = patterns.get(names);
    if (!pattern) return null;
    let same = childrenNamed(at, name);
    while (same.length < Number(index)) {
      const added = pattern.cloneNode(true) as Element;
      const last = same.at(-1);
      if (last) last.after(added);
      else at.append(added);
      same = childrenNamed(at, name);
    }
    const next = same[Number(index) - 1];
    if (!next) return null;
    at = next;
  }
  return at;
}

function childrenNamed(parent: Element, name: string): readonly Element[] {
  return [...parent.children].filter((child) => child.localName === name);
}
