import { FileAddOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveList } from '../../../shared/checklists/give-list';
import { freeName, hasOwnList, offeredTypes } from '../../../shared/checklists/new-row';
import type { Checklist, Row } from '../../../shared/records/checklist';
import { cellOf, withCell } from '../../../shared/xlsform/cell-of';
import { readList } from '../../../shared/xlsform/read-list';
import { readType } from '../../../shared/xlsform/read-type';
import { openTable } from '../../data/open-table';
import { useLanguage, useProblemText } from '../../locales/use-problem-text';
import { matchText } from '../../ui/match-text';
import type { ChecklistDraft } from './use-checklist-draft';

interface TypeFieldProps {
  readonly row: Row;
  readonly index: number;
  readonly draft: Checklist;
  readonly faults: readonly string[];
  readonly hints: readonly string[];
  readonly onAmend: ChecklistDraft['amend'];
  readonly onRow: (row: Row) => void;
}

const newList = '\u0000';

/** The type of a question, and the list or the CSV file from which its answers are chosen. */
export function TypeField({ row, index, draft, faults, hints, onAmend, onRow }: TypeFieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const describe = useProblemText();
  const id = useId();
  const [failed, setFailed] = useState<readonly string[]>([]);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const read = readType(cellOf(row, 'type'));
  if (read.kind !== 'question') return null;
  const { type, list, orOther } = read;
  const lists = [...new Set(draft.choices.map((choice) => cellOf(choice, 'list_name')))].filter(Boolean);
  const questions = offeredTypes.filter((name) => name !== 'group' && name !== 'repeat');
  const known = questions.some((name) => name === type);
  const put = (cell: string) => onRow(withCell(row, 'type', cell));

  function choose(next: string) {
    if (hasOwnList(next)) {
      const own = hasOwnList(type) ? list : '';
      put(`${next} ${own || freeName('list', new Set(lists))}`);
    } else {
      put(next);
    }
  }

  async function chooseFile() {
    const opened = await openTable('list');
    if (!opened.ok) return setFailed([describe(opened.problem)]);
    if (opened.value.kind === 'canceled') return;
    const file = `${opened.value.file.replace(/\.[^.]*$/, '').replaceAll(/\s+/g, '_')}.csv`;
    const read = readList(file, opened.value.workbook);
    setFailed(read.faults.map((one) => one[language]));
    setNotes(read.unsupported.map((one) => one[language]));
    if (read.faults.length > 0) return;
    const { table } = read;
    onAmend(({ survey, lists }) =>
      giveList({ ...draft, survey: [...survey], lists }, { row, index }, file, table),
    );
  }

  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('checklists.columns.type')}</label>
        <Select
          id={id}
          value={type}
          onChange={choose}
          showSearch={{ filterOption: (typed, option) => matchText(option?.label ?? '', typed) }}
          options={[
            ...questions.map((name) => ({ value: name as string, label: t(`checklists.types.${name}`) })),
            ...(known ? [] : [{ value: type, label: type }]),
          ]}
        />
        {[...faults, ...failed].map((words) => (
          <p key={words} className="editor-fault">
            {words}
          </p>
        ))}
        {[...hints, ...notes].map((words) => (
          <p key={words} className="editor-unsupported">
            {words}
          </p>
        ))}
      </div>
      {hasOwnList(type) && (
        <div className="field">
          <label htmlFor={`${id}-list`}>{t('checklists.list')}</label>
          <Select
            id={`${id}-list`}
            value={list}
            onChange={(name) => {
              const chosen = name === newList ? freeName('list', new Set([...lists, list])) : name;
              put(`${type} ${chosen}${orOther ? ' or_other' : ''}`);
            }}
            options={[
              ...[...new Set([list, ...lists])].map((name) => ({ value: name, label: name })),
              { value: newList, label: t('checklists.newList') },
            ]}
          />
        </div>
      )}
      {type.endsWith('_from_file') && (
        <div className="field editor-file">
          <span>{list || t('checklists.noFile')}</span>
          <Button icon={<FileAddOutlined />} onClick={() => void chooseFile()}>
            {t('checklists.chooseFile')}
          </Button>
        </div>
      )}
    </>
  );
}
