import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { renameRow } from '../../../shared/checklists/edit-survey';
import { freeName } from '../../../shared/checklists/new-row';
import { textHead, withText } from '../../../shared/checklists/text-head';
import type { Checklist, Row } from '../../../shared/records/checklist';
import { cellOf, withCell } from '../../../shared/xlsform/cell-of';
import { columnName } from '../../../shared/xlsform/column-name';
import { mediaColumns, parameters, surveyColumns } from '../../../shared/xlsform/columns';
import type { FormCheck } from '../../../shared/xlsform/check-form';
import { isSelect, readType } from '../../../shared/xlsform/read-type';
import { useLanguage } from '../../locales/use-problem-text';
import { AppearanceField } from './appearance-field';
import { CellField } from './cell-field';
import { ChoiceEditor } from './choice-editor';
import { nameOfLabel } from './name-of-label';
import { TypeField } from './type-field';
import type { ChecklistDraft } from './use-checklist-draft';
import { useTypeName } from './use-type-name';
import { YesField } from './yes-field';

interface ItemFieldsProps {
  readonly draft: Checklist;
  readonly index: number;
  readonly languages: readonly string[];
  readonly check: FormCheck | null;
  readonly onChange: ChecklistDraft['change'];
  readonly onAmend: ChecklistDraft['amend'];
  readonly onRemove: () => void;
}

/** A file may be wrong in every row; these show what to mend. */
const shownOfList = 5;

/** Everything about one item, with what is wrong beside the field where it is wrong. */
export function ItemFields({ draft, index, languages, check, onChange, onAmend, onRemove }: ItemFieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const typeName = useTypeName();
  const { survey } = draft;
  const row = survey[index] ?? {};
  const type = readType(cellOf(row, 'type'));
  const word = type.kind === 'question' ? type.type : '';
  const [main = ''] = languages;

  const put = (next: Row) => onChange({ survey: survey.map((one, at) => (at === index ? next : one)) });
  const saidOf = (found: FormCheck['faults'], column: string) =>
    found
      .filter(
        (one) => one.sheet === 'survey' && one.row === index && columnName(one.column).column === column,
      )
      .map((one) => one[language]);
  const faults = (column: string) => saidOf(check?.faults ?? [], column);
  const ofList = (check?.faults ?? []).filter(
    (one) => type.kind === 'question' && word.endsWith('_from_file') && one.sheet === type.list,
  );
  const listFaults = ofList
    .slice(0, shownOfList)
    .map((one) =>
      // In the file its head stands above its rows.
      one.row < 0 ? one[language] : t('checklists.faultAt', { n: one.row + 2, words: one[language] }),
    )
    .concat(
      ofList.length > shownOfList ? t('checklists.moreFaults', { n: ofList.length - shownOfList }) : [],
    );
  const hints = (column: string) => saidOf(check?.unsupported ?? [], column);

  if (type.kind === 'end') {
    return (
      <div className="editor-form">
        <h2>{typeName(row)}</h2>
        <p className="soft">{t('checklists.endHint')}</p>
      </div>
    );
  }

  function label(text: string, head: string, isMain: boolean) {
    const named = withText(row, head, text);
    const name = cellOf(row, 'name');
    const others = new Set(survey.filter((_, at) => at !== index).map((one) => cellOf(one, 'name')));
    const otherwise = word || (type.kind === 'begin' ? type.section : 'item');
    const before = freeName(nameOfLabel(row[head] ?? '', otherwise), others);
    const made = /^[a-z]+(_\d+)?$/.test(name) && name.startsWith(otherwise) && (row[head] ?? '') === '';
    if (!isMain || (name !== '' && name !== before && !made)) return put(named);
    const rows = survey.map((one, at) => (at === index ? named : one));
    onChange({ survey: renameRow(rows, index, freeName(nameOfLabel(text, otherwise), others)) });
  }

  const cell = (column: string, hint = '') => (
    <CellField
      key={column}
      label={t(`checklists.columns.${column as 'relevant'}`)}
      value={row[Object.hasOwn(row, column) ? column : ''] ?? cellOf(row, column)}
      hint={hint}
      faults={faults(column)}
      hints={hints(column)}
      isCode={surveyColumns[column] === 'expression'}
      onChange={(text) => put(withCell(row, column, text))}
    />
  );
  const texts = (column: 'label' | 'hint' | 'guidance_hint' | 'constraint_message' | 'required_message') =>
    languages.map((name, at) => {
      const head = textHead(survey, column, name);
      return (
        <CellField
          key={head}
          first={column === 'label' && at === 0}
          label={
            name === ''
              ? t(`checklists.columns.${column}`)
              : t('checklists.inLanguage', { label: t(`checklists.columns.${column}`), language: name })
          }
          value={row[head] ?? ''}
          faults={at === 0 ? faults(column) : []}
          hints={at === 0 ? hints(column) : []}
          onChange={(text) =>
            column === 'label' ? label(text, head, name === main) : put(withText(row, head, text))
          }
        />
      );
    });
  const isQuestion = type.kind === 'question';
  const isAsked = isQuestion && !unasked.has(word);
  const extra = Object.entries(row).filter(([head]) => {
    const { column } = columnName(head);
    return mediaColumns.includes(column) || !Object.hasOwn(surveyColumns, column);
  });

  return (
    <div className="editor-form">
      <div className="editor-form-head">
        <h2>{typeName(row)}</h2>
        <Button
          danger
          icon={<DeleteOutlined />}
          aria-label={t(isQuestion ? 'checklists.removeItem' : 'checklists.removeGroup')}
          onClick={onRemove}
        >
          {t('checklists.remove')}
        </Button>
      </div>
      {texts('label')}
      <CellField
        label={t('checklists.columns.name')}
        value={cellOf(row, 'name')}
        hint={t('checklists.nameHint')}
        faults={faults('name')}
        hints={hints('name')}
        isCode
        onChange={(text) => onChange({ survey: renameRow(survey, index, text.trim()) })}
      />
      {isQuestion && (
        <TypeField
          row={row}
          index={index}
          draft={draft}
          faults={[...faults('type'), ...listFaults]}
          hints={hints('type')}
          onAmend={onAmend}
          onRow={put}
        />
      )}
      {isQuestion && isSelect(word) && !word.endsWith('_from_file') && (
        <ChoiceEditor
          key={type.list}
          draft={draft}
          list={type.list}
          languages={languages}
          check={check}
          onChange={onChange}
        />
      )}
      {isAsked && (
        <YesField
          label={t('checklists.columns.required')}
          value={cellOf(row, 'required')}
          faults={faults('required')}
          onChange={(text) => put(withCell(row, 'required', text))}
        />
      )}
      {isAsked && cellOf(row, 'required') !== '' && texts('required_message')}
      {cell('relevant', t('checklists.relevantHint'))}
      {type.kind === 'begin' && type.section === 'repeat' && cell('repeat_count', t('checklists.countHint'))}
      {isAsked && (
        <>
          {cell('constraint', t('checklists.constraintHint'))}
          {texts('constraint_message')}
          {cell('default', t('checklists.defaultHint'))}
        </>
      )}
      {(word === 'calculate' || cellOf(row, 'calculation') !== '') &&
        cell('calculation', t('checklists.calculationHint'))}
      {isSelect(word) && cell('choice_filter', t('checklists.filterHint'))}
      {cellOf(row, 'calculation') !== '' && cell('trigger', t('checklists.triggerHint'))}
      {isAsked && texts('hint')}
      {isAsked && texts('guidance_hint')}
      {isAsked && (
        <YesField
          label={t('checklists.columns.read_only')}
          value={cellOf(row, 'read_only')}
          faults={faults('read_only')}
          onChange={(text) => put(withCell(row, 'read_only', text))}
        />
      )}
      {isSelect(word) && (
        <CellField
          label={t('checklists.weight')}
          value={cellOf(row, 'xunji_weight')}
          hint={t('checklists.weightHint')}
          faults={[]}
          hints={[]}
          onChange={(text) => put(withCell(row, 'xunji_weight', text))}
        />
      )}
      <AppearanceField
        types={type.kind === 'begin' ? ['group'] : isSelect(word) ? ['select', word] : [word]}
        value={cellOf(row, 'appearance')}
        hints={hints('appearance')}
        onChange={(text) => put(withCell(row, 'appearance', text))}
      />
      {(Object.hasOwn(parameters, isSelect(word) ? 'select' : word) || cellOf(row, 'parameters') !== '') &&
        cell('parameters', t(`checklists.${parameterHint(word)}`))}
      {extra.length > 0 && (
        <details className="editor-extra">
          <summary>{t('checklists.extra', { n: extra.length })}</summary>
          <dl>
            {extra.map(([head, text]) => (
              <div key={head}>
                <dt>{head}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

function parameterHint(word: string) {
  return word === 'range' ? 'rangeHint' : word === 'text' ? 'rowsHint' : 'parametersHint';
}

/** What nobody answers: it has no hint and cannot be required. */
const unasked: ReadonlySet<string> = new Set([
  'note',
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'email',
  'phonenumber',
]);
