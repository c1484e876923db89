import { useTranslation } from 'react-i18next';
import type { TextTarget } from '../../data/use-text-field';
import type { zhRecords } from '../../locales/zh-records';
import type { Unborn } from '../drafts/use-record-text';
import type { Values } from '../drafts/record-maker';

/** A record that may not exist yet, as its fields see it. */
export interface UnbornRecord {
  readonly created: boolean;
  write(values: Values): void;
}

export interface FieldProps {
  readonly target: TextTarget;
  readonly stored: string;
  readonly label: string;
  readonly unborn: Unborn | null;
}

/** What a field of text needs, by the name of the field. */
export function useFieldProps<R extends { readonly id: string; readonly tour: string }>(
  kind: TextTarget['kind'],
  record: R,
  unborn: UnbornRecord | null,
): (field: keyof R & keyof typeof zhRecords.fields) => FieldProps {
  const { t } = useTranslation();
  return (field) => ({
    target: { kind, id: record.id, tour: record.tour, field },
    stored: String(record[field]),
    label: t(`records.fields.${field}` as 'records.fields.text'),
    unborn: unborn && { created: unborn.created, write: (text) => unborn.write({ [field]: text }) },
  });
}
