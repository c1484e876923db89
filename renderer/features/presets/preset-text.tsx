import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { officeScope } from '../../../shared/records/record-schemas';
import { HistoryButton } from '../../capture/fields/history-button';
import { TextField } from '../../capture/fields/text-field';

interface PresetTextProps {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly stored: string;
  readonly isFixed: boolean;
  readonly label: string;
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}

/** One preset as the text that it is, saved as one types, with its history. */
export function PresetText({ id, title, hint, stored, isFixed, label, before, children }: PresetTextProps) {
  const { t } = useTranslation();
  const target = { kind: 'preset' as const, id, tour: officeScope, field: 'text' };
  return (
    <section className="panel preset" data-record={id}>
      <div className="preset-head">
        <h2>{title}</h2>
        <HistoryButton kind="preset" id={id} />
      </div>
      {hint && <p className="soft">{hint}</p>}
      {before}
      {isFixed ? (
        <p className="preset-words">{stored === '' ? t('presets.none') : stored}</p>
      ) : (
        <TextField key={id} target={target} stored={stored} label={label} unborn={null} long />
      )}
      {children}
    </section>
  );
}
