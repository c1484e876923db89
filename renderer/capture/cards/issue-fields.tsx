import { Segmented, Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/json';
import { type Issue, severities } from '../../../shared/records/issue';
import type { TourView } from '../../data/use-tour-view';
import { DueHint } from '../fields/due-hint';
import { PresetField } from '../fields/preset-field';
import { TextField } from '../fields/text-field';
import { UnitField } from '../fields/unit-field';

interface IssueFieldsProps {
  readonly view: TourView;
  readonly issue: Issue;
  readonly set: (values: Readonly<Record<string, Json>>) => void;
  readonly unborn: { readonly created: boolean; write(values: Readonly<Record<string, Json>>): void } | null;
}

/** How grave, of what kind, whose, what is to be done until when; or how it was solved on the spot. */
export function IssueFields({ view, issue, set, unborn }: IssueFieldsProps) {
  const { t } = useTranslation();
  const solved = useId();
  const text = (field: 'category' | 'responsible' | 'measure' | 'due' | 'solvedHow') => ({
    target: { kind: 'issue' as const, id: issue.id, tour: issue.tour, field },
    stored: issue[field],
    label: t(`stop.${field}`),
    unborn: unborn && { created: unborn.created, write: (value: string) => unborn.write({ [field]: value }) },
  });
  return (
    <div className="field-grid">
      <div className="field">
        <span className="field-label">{t('stop.severity')}</span>
        <Segmented
          aria-label={t('stop.severity')}
          title={t('stop.severityKeys')}
          tabIndex={-1}
          value={issue.severity}
          onChange={(severity) => set({ severity })}
          options={severities.map((value) => ({ value, label: t(`stop.${value}`) }))}
        />
      </div>
      <PresetField {...text('category')} list="issueCategories" placeholder={t('stop.categoryHint')} />
      <UnitField {...text('responsible')} view={view} />
      <TextField
        {...text('due')}
        placeholder={t('stop.dueHint')}
        hint={<DueHint due={issue.due} at={issue.at} />}
      />
      <TextField {...text('measure')} long />
      <div className="field field-switch">
        <Switch id={solved} checked={issue.solvedOnSite} onChange={(solvedOnSite) => set({ solvedOnSite })} />
        <label htmlFor={solved}>{t('stop.solvedOnSite')}</label>
      </div>
      {issue.solvedOnSite && <TextField {...text('solvedHow')} long />}
    </div>
  );
}
