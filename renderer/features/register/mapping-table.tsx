import { InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { cellText } from '../../../shared/itinerary/cell-text';
import { columnLetter } from '../../../shared/itinerary/fault-at';
import { type Mapping, mapHeader } from '../../../shared/tables/mapping';
import { type TableColumn, ledgerField } from '../../../shared/tables/table-columns';
import type { Sheet } from '../../../shared/tables/workbook';
import { useLanguage } from '../../locales/use-problem-text';

interface MappingTableProps {
  readonly sheet: Sheet;
  readonly columns: readonly TableColumn[];
  readonly others: '' | typeof ledgerField;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Each column of the sheet with its header, its first values, and what it is taken for. */
export function MappingTable({ sheet, columns, others, mapping, onChange }: MappingTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const options = [
    { value: '', label: t('import.leftOut') },
    ...(others === '' ? [] : [{ value: ledgerField, label: t('import.asLedger') }]),
    ...columns.map(({ field, names, english, required }) => ({
      value: field,
      label: `${language === 'zh' ? names[0] : english[0]}${required ? ' *' : ''}`,
    })),
  ];
  const header = sheet.rows[mapping.header] ?? [];
  const samples = sheet.rows.slice(mapping.header + 1, mapping.header + 40);
  const shown = mapping.fields.flatMap((field, index) => {
    const values = samples.map((row) => cellText(row[index])).filter((text) => text !== '');
    const name = cellText(header[index]);
    return name === '' && values.length === 0 ? [] : [{ field, index, name, values: values.slice(0, 3) }];
  });
  return (
    <>
      <div className="import-field">
        <label htmlFor={id}>{t('import.headerRow')}</label>
        <InputNumber
          id={id}
          min={1}
          max={Math.max(1, Math.min(200, sheet.rows.length))}
          precision={0}
          value={mapping.header + 1}
          onChange={(row) => row !== null && onChange(mapHeader(sheet, row - 1, columns, others))}
        />
      </div>
      <div className="import-columns">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.columnHeader')}</th>
              <th scope="col">{t('import.samples')}</th>
              <th scope="col">{t('import.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ field, index, name, values }) => (
              <tr key={index} className={field === '' ? 'soft' : undefined}>
                <td>{columnLetter(index)}</td>
                <td>{name || t('import.noHeader')}</td>
                <td className="import-samples soft">{values.join(' · ')}</td>
                <td>
                  <Select
                    aria-label={t('import.meaningOf', { column: name || columnLetter(index) })}
                    value={field}
                    options={options}
                    onChange={(next) => onChange({ ...mapping, fields: chosen(mapping.fields, index, next) })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A field is one column: the column that had it before lets it go. */
function chosen(fields: readonly string[], index: number, next: string): readonly string[] {
  return fields.map((field, at) =>
    at === index ? next : field === next && next !== ledgerField ? '' : field,
  );
}
