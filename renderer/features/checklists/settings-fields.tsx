import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../shared/records/checklist';
import { cellOf, withCell } from '../../../shared/xlsform/cell-of';
import type { FormCheck } from '../../../shared/xlsform/check-form';
import { columnName } from '../../../shared/xlsform/column-name';
import { useLanguage } from '../../locales/use-problem-text';
import { CellField } from './cell-field';
import { NameAdder } from './name-adder';
import type { DraftParts } from './use-checklist-draft';
import { YesField } from './yes-field';

interface SettingsFieldsProps {
  readonly draft: Checklist;
  readonly languages: readonly string[];
  readonly check: FormCheck | null;
  readonly onChange: (parts: Partial<DraftParts>) => void;
  readonly onLanguage: (name: string) => void;
}

/** The sheet `settings` of a form, but for its title and version, and the languages in which it asks. */
export function SettingsFields({ draft, languages, check, onChange, onLanguage }: SettingsFieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const { settings } = draft;
  const put = (column: string, text: string) => onChange({ settings: withCell(settings, column, text) });
  const faults = (column: string) =>
    (check?.faults ?? [])
      .filter((one) => one.sheet === 'settings' && columnName(one.column).column === column)
      .map((one) => one[language]);
  return (
    <details className="panel editor-settings">
      <summary>{t('checklists.settings')}</summary>
      <div className="editor-form">
        <CellField
          label={t('checklists.formId')}
          value={cellOf(settings, 'form_id')}
          hint={t('checklists.formIdHint')}
          faults={faults('form_id')}
          hints={[]}
          isCode
          onChange={(text) => put('form_id', text.trim())}
        />
        <div className="field">
          <label htmlFor={id}>{t('checklists.mainLanguage')}</label>
          <Select
            id={id}
            allowClear
            value={cellOf(settings, 'default_language') || undefined}
            onChange={(name?: string) => put('default_language', name ?? '')}
            options={languages.filter((name) => name !== '').map((name) => ({ value: name, label: name }))}
          />
          <p className="soft editor-hint">{t('checklists.mainLanguageHint')}</p>
        </div>
        <NameAdder
          label={t('checklists.newLanguage')}
          button={t('checklists.addLanguage')}
          wrong={(name) => {
            if (name.includes(':')) return t('checklists.languageWrong');
            return languages.includes(name) ? t('checklists.languageThere') : '';
          }}
          onAdd={onLanguage}
        />
        <CellField
          label={t('checklists.instanceName')}
          value={cellOf(settings, 'instance_name')}
          hint={t('checklists.instanceNameHint')}
          faults={faults('instance_name')}
          hints={[]}
          isCode
          onChange={(text) => put('instance_name', text)}
        />
        <YesField
          label={t('checklists.mayRepeat')}
          value={cellOf(settings, 'allow_choice_duplicates')}
          faults={[]}
          onChange={(text) => put('allow_choice_duplicates', text)}
        />
      </div>
    </details>
  );
}
