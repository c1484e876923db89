import { useTranslation } from 'react-i18next';
import { offeredTypes } from '../../../shared/checklists/new-row';
import type { Row } from '../../../shared/records/checklist';
import { cellOf } from '../../../shared/xlsform/cell-of';
import { readType } from '../../../shared/xlsform/read-type';

/** What a row is called by people: the name of its type, or the type itself where the builder does not offer it. */
export function useTypeName(): (row: Row) => string {
  const { t } = useTranslation();
  return (row) => {
    const cell = cellOf(row, 'type');
    const type = readType(cell);
    if (type.kind === 'end') {
      return t(type.section === 'repeat' ? 'checklists.endRepeat' : 'checklists.endGroup');
    }
    const word = type.kind === 'begin' ? type.section : type.kind === 'question' ? type.type : '';
    const known = offeredTypes.find((name) => name === word);
    return known ? t(`checklists.types.${known}`) : cell;
  };
}
