import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { offeredAppearances } from '../../../shared/xlsform/appearances';

interface AppearanceFieldProps {
  /** As appearances.ts names them: a select is one of its own and of all selects. */
  readonly types: readonly string[];
  readonly value: string;
  readonly hints: readonly string[];
  readonly onChange: (text: string) => void;
}

/** How a question looks: what has an effect is offered, what an import brought is kept. */
export function AppearanceField({ types, value, hints, onChange }: AppearanceFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const chosen = value.split(/\s+/).filter((word) => word !== '');
  const offered = offeredAppearances(types);
  const options = [...new Set([...offered, ...chosen])];
  if (options.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{t('checklists.columns.appearance')}</label>
      <Select
        id={id}
        mode="multiple"
        value={chosen}
        onChange={(words: readonly string[]) => onChange(words.join(' '))}
        options={options.map((name) => ({ value: name, label: name }))}
      />
      {hints.map((words) => (
        <p key={words} className="editor-unsupported">
          {words}
        </p>
      ))}
    </div>
  );
}
