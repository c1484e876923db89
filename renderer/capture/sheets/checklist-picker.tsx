import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { matchText } from '../../ui/match-text';
import type { SheetEntry } from './list-sheets';

interface ChecklistPickerProps {
  readonly sheets: readonly SheetEntry[];
  readonly current: string;
  readonly onChoose: (id: string) => void;
  /** The cursor came here. */
  readonly onFocus: () => void;
}

/** A few checklists stand side by side; many are searched. Those that were begun say so. */
export function ChecklistPicker({ sheets, current, onChoose, onFocus }: ChecklistPickerProps) {
  const { t } = useTranslation();
  const words = ({ checklist, sheet }: SheetEntry) =>
    sheet ? t('form.begun', { title: checklist.title }) : checklist.title;
  if (sheets.length > 4) {
    return (
      <div className="checklist-picker">
        <Select
          className="checklist-picker-search"
          aria-label={t('form.choose')}
          value={current}
          onChange={onChoose}
          onFocus={onFocus}
          showSearch={{ filterOption: (typed, option) => matchText(option?.label ?? '', typed) }}
          options={sheets.map((entry) => ({ value: entry.id, label: words(entry) }))}
        />
      </div>
    );
  }
  return (
    <fieldset className="bare checklist-picker" aria-label={t('form.choose')}>
      {sheets.map((entry) => (
        <Button
          key={entry.id}
          type={entry.id === current ? 'primary' : 'default'}
          aria-pressed={entry.id === current}
          onClick={() => onChoose(entry.id)}
          onFocus={onFocus}
        >
          <span className="cut">{words(entry)}</span>
        </Button>
      ))}
    </fieldset>
  );
}
