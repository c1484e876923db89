import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freeName } from '../../../shared/checklists/new-row';
import { textHead, withText } from '../../../shared/checklists/text-head';
import type { Checklist, Row } from '../../../shared/records/checklist';
import { cellOf, headOf, withCell } from '../../../shared/xlsform/cell-of';
import { columnName } from '../../../shared/xlsform/column-name';
import { choiceColumns } from '../../../shared/xlsform/columns';
import type { FormCheck } from '../../../shared/xlsform/check-form';
import { readType } from '../../../shared/xlsform/read-type';
import { xmlName } from '../../../shared/xlsform/write-instances';
import { useLanguage } from '../../locales/use-problem-text';
import { NameAdder } from './name-adder';
import { nameOfLabel } from './name-of-label';
import type { DraftParts } from './use-checklist-draft';

interface ChoiceEditorProps {
  readonly draft: Checklist;
  readonly list: string;
  readonly languages: readonly string[];
  readonly check: FormCheck | null;
  readonly onChange: (parts: Partial<DraftParts>) => void;
}

/** The answers of a list in their order, with their points; Enter adds one, Alt and the arrows carry one. */
export function ChoiceEditor({ draft, list, languages, check, onChange }: ChoiceEditorProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const area = useRef<HTMLFieldSetElement>(null);
  const { choices, survey } = draft;
  const [main = ''] = languages;
  const own = choices.flatMap((row, index) => (cellOf(row, 'list_name') === list ? [{ row, index }] : []));
  const [added, setAdded] = useState<readonly string[]>([]);
  const columns = [...new Set([...own.flatMap(({ row }) => Object.keys(row).filter(isExtra)), ...added])];
  const users = survey.filter((row) => {
    const type = readType(cellOf(row, 'type'));
    return type.kind === 'question' && type.list === list;
  }).length;
  const faults = (check?.faults ?? []).filter(
    (one) => one.sheet === 'choices' && own.some(({ index }) => index === one.row),
  );

  const put = (index: number, next: Row) =>
    onChange({ choices: choices.map((row, at) => (at === index ? next : row)) });

  function focus(place: number) {
    requestAnimationFrame(() => area.current?.querySelectorAll<HTMLElement>('[data-choice]')[place]?.focus());
  }

  function add() {
    const last = own.at(-1)?.index ?? choices.length - 1;
    const row = { list_name: list, name: freeName('choice', namesBut(-1)) };
    onChange({ choices: [...choices.slice(0, last + 1), row, ...choices.slice(last + 1)] });
    focus(own.length);
  }

  function namesBut(index: number): ReadonlySet<string> {
    return new Set(own.flatMap((one) => (one.index === index ? [] : [cellOf(one.row, 'name')])));
  }

  function label(index: number, row: Row, head: string, text: string) {
    const others = namesBut(index);
    const name = cellOf(row, 'name');
    const isMade =
      name === '' ||
      (row[head] ?? '') === '' ||
      name === freeName(nameOfLabel(row[head] ?? '', 'choice'), others);
    const named = withText(row, head, text);
    if (!isMade || head !== textHead(choices, 'label', main)) return put(index, named);
    put(index, { ...named, [headOf(row, 'name')]: freeName(nameOfLabel(text, 'choice'), others) });
  }

  function press(event: KeyboardEvent, place: number) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add();
      return;
    }
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    const [here, there] = [own[place], own[place + (step ?? 0)]];
    if (step === undefined || !here || !there) return;
    event.preventDefault();
    onChange({
      choices: choices.map((row, at) =>
        at === here.index ? there.row : at === there.index ? here.row : row,
      ),
    });
    focus(place + step);
  }

  return (
    <fieldset ref={area} className="bare editor-choices">
      <legend>{t('checklists.choices')}</legend>
      {users > 1 && <p className="soft">{t('checklists.sharedList', { n: users })}</p>}
      <ol>
        {own.map(({ row, index }, place) => {
          const n = place + 1;
          return (
            <li key={index}>
              {languages.map((name, at) => {
                const head = textHead(choices, 'label', name);
                return (
                  <Input
                    key={head}
                    data-choice={at === 0 ? '' : undefined}
                    aria-label={t('checklists.choiceLabel', { n, language: name })}
                    placeholder={name}
                    onKeyDown={(event) => press(event, place)}
                    value={row[head] ?? ''}
                    onChange={(event) => label(index, row, head, event.target.value)}
                  />
                );
              })}
              <Input
                className="editor-code"
                aria-label={t('checklists.choiceName', { n })}
                value={cellOf(row, 'name')}
                onChange={(event) => put(index, withCell(row, 'name', event.target.value.trim()))}
              />
              <Input
                className="editor-points"
                aria-label={t('checklists.choicePoints', { n })}
                placeholder={t('checklists.points')}
                value={cellOf(row, 'xunji_points')}
                onChange={(event) => put(index, withCell(row, 'xunji_points', event.target.value))}
              />
              {columns.map((head) => (
                <Input
                  key={head}
                  aria-label={t('checklists.choiceCell', { n, column: head })}
                  prefix={<span className="soft">{head}</span>}
                  value={row[head] ?? ''}
                  onChange={(event) => put(index, withText(row, head, event.target.value))}
                />
              ))}
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('checklists.removeChoice', { n })}
                onClick={() => {
                  onChange({ choices: choices.filter((_, at) => at !== index) });
                  focus(Math.max(0, place - 1));
                }}
              />
            </li>
          );
        })}
      </ol>
      {faults.map((one) => (
        <p key={`${one.row} ${one.zh}`} className="editor-fault">
          {one[language]}
        </p>
      ))}
      <Button icon={<PlusOutlined />} onClick={add}>
        {t('checklists.addChoice')}
      </Button>
      <p className="soft editor-hint">{t('checklists.choiceKeys')}</p>
      <NameAdder
        label={t('checklists.newColumn')}
        button={t('checklists.addColumn')}
        wrong={(name) => {
          if (!xmlName.test(name)) return t('checklists.columnWrong');
          return columns.includes(name) || !isExtra(name) ? t('checklists.columnThere') : '';
        }}
        onAdd={(name) => setAdded([...added, name])}
      />
    </fieldset>
  );
}

/** A column of the form's own, which choice_filter may name. */
function isExtra(head: string): boolean {
  return !Object.hasOwn(choiceColumns, columnName(head).column);
}
