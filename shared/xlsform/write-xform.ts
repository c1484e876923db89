import { type Outcome, fail, succeed } from '../outcome';
import { problem } from '../problems';
import type { Checklist } from '../records/checklist';
import { checkForm } from './check-form';
import { formContext } from './form-context';
import { readTree } from './read-tree';
import { writeBody } from './write-body';
import { writeInstances } from './write-instances';
import { writeItext } from './write-itext';
import { writeBinds, writeDefaults, writePrimary } from './write-model';
import { element } from './xml';

/**
 * The checklist as an ODK XForm (https://getodk.github.io/xforms-spec/), for the engine that fills it in. A checklist with
 * faults gives none.
 */
export function writeXform(checklist: Checklist): Outcome<string> {
  const { faults } = checkForm(checklist);
  if (faults.length > 0) {
    const named = faults.slice(0, 5);
    return fail(
      problem('checklist.faulty', {
        count: faults.length,
        zh: named.map((fault) => fault.zh).join('；'),
        en: named.map((fault) => fault.en).join('; '),
      }),
    );
  }
  const form = formContext(checklist, readTree(checklist).tree);
  const head = element(
    'h:head',
    {},
    element('h:title', {}, checklist.title),
    element(
      'model',
      { 'odk:xforms-version': '1.0.0' },
      writeItext(form),
      writePrimary(form),
      ...writeInstances(form),
      ...writeBinds(form),
      ...writeDefaults(form),
    ),
  );
  const { xml } = element('h:html', namespaces, head, element('h:body', {}, ...writeBody(form)));
  return succeed(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`);
}

const namespaces = {
  xmlns: 'http://www.w3.org/2002/xforms',
  'xmlns:h': 'http://www.w3.org/1999/xhtml',
  'xmlns:jr': 'http://openrosa.org/javarosa',
  'xmlns:odk': 'http://www.opendatakit.org/xforms',
  'xmlns:orx': 'http://openrosa.org/xforms',
};
