import { Table } from 'antd';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference, FieldDifference } from '../../../shared/tables/table-reading';
import { useFieldName } from '../../locales/use-field-name';
import { useTableWords } from './use-table-words';

interface DifferenceTableProps {
  readonly differences: readonly Difference[];
  /** Whether the differences stand in rows of one sheet. */
  readonly showRows: boolean;
}

const height = 340;

/**
 * Records with what a file sets: the old words struck through, then the new ones. Drawn after what stands around it: both at once would
 * hold up the window for a tenth of a second.
 */
export function DifferenceTable(props: DifferenceTableProps) {
  const isDrawn = useDeferredValue(true, false);
  return isDrawn ? <Differences {...props} /> : <div style={{ height }} />;
}

function Differences({ differences, showRows }: DifferenceTableProps) {
  const { t } = useTranslation();
  // New records of a tour file have names alone: no column for what would be empty.
  const hasFields = differences.some(({ fields }) => fields.length > 0);
  return (
    <Table
      size="small"
      pagination={false}
      virtual
      scroll={{ y: height, x: 840 }}
      rowKey="id"
      dataSource={[...differences]}
      locale={{ emptyText: t('import.none') }}
      columns={[
        ...(showRows
          ? [
              {
                title: t('import.row'),
                width: 70,
                render: (_: unknown, { row }: Difference) => (row > 0 ? row : ''),
              },
            ]
          : []),
        { title: t('import.what'), width: 90, render: (_, { kind }) => t(`records.kinds.${kind}`) },
        { title: t('import.name'), dataIndex: 'name', ellipsis: true, ...(hasFields ? { width: 240 } : {}) },
        ...(hasFields
          ? [
              {
                title: t('import.fields'),
                render: (_: unknown, { change, fields }: Difference) => (
                  <Fields change={change} fields={fields} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Fields({ change, fields }: Pick<Difference, 'change' | 'fields'>) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const wordsOf = useTableWords();
  const labelOf = ({ field, ledger }: FieldDifference) => (ledger ? field : fieldName(field, undefined));
  return (
    <ul className="difference-fields">
      {fields
        .filter(({ to }) => to !== '')
        .map((field) => (
          <li key={`${field.field} ${field.ledger}`}>
            <span className="soft">{labelOf(field)}</span>{' '}
            {change === 'changed' && (
              <>
                <del>{wordsOf(field.field, field.from) || t('import.emptyValue')}</del>
                <span aria-hidden="true"> → </span>
              </>
            )}
            <ins>{wordsOf(field.field, field.to)}</ins>
          </li>
        ))}
    </ul>
  );
}
