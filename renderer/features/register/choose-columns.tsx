import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type ItineraryRole, itineraryColumns, withMapping } from '../../../shared/tables/itinerary-tables';
import { guessMapping } from '../../../shared/tables/mapping';
import { ledgerField, tableColumns } from '../../../shared/tables/table-columns';
import type { Workbook } from '../../../shared/tables/workbook';
import { MappingTable } from './mapping-table';
import type { TableChoice } from './use-import-wizard';

interface ChooseColumnsProps {
  readonly workbook: Workbook;
  readonly choice: TableChoice;
  readonly onChange: (choice: TableChoice) => void;
}

/** Which sheet, which row is the header, and what each column means; all of it filled in as far as the names tell. */
export function ChooseColumns({ workbook, choice, onChange }: ChooseColumnsProps) {
  const { t } = useTranslation();
  if (choice.kind === 'table') {
    const others = choice.table === 'sites' ? ledgerField : '';
    const columns = tableColumns[choice.table];
    const sheet = workbook.sheets[choice.sheet];
    return (
      <div className="stack">
        <p className="soft">{t('import.mappingHint')}</p>
        {workbook.sheets.length > 1 && (
          <SheetSelect
            label={t('import.sheet')}
            workbook={workbook}
            value={choice.sheet}
            onChange={(index) => {
              const next = workbook.sheets[index];
              if (next) onChange({ ...choice, sheet: index, mapping: guessMapping(next, columns, others) });
            }}
          />
        )}
        {sheet && (
          <MappingTable
            sheet={sheet}
            columns={columns}
            others={others}
            mapping={choice.mapping}
            onChange={(mapping) => onChange({ ...choice, mapping })}
          />
        )}
      </div>
    );
  }
  const role = (name: ItineraryRole) => {
    const sheet = workbook.sheets[choice[name].sheet];
    return (
      <section className="stack" aria-label={t(`import.roles.${name}`)}>
        <SheetSelect
          label={t(`import.roles.${name}`)}
          workbook={workbook}
          none={name === 'people'}
          value={choice[name].sheet}
          onChange={(index) => onChange({ ...choice, [name]: withMapping(workbook.sheets, index, name) })}
        />
        {sheet && (
          <MappingTable
            sheet={sheet}
            columns={itineraryColumns[name]}
            others=""
            mapping={choice[name].mapping}
            onChange={(mapping) => onChange({ ...choice, [name]: { ...choice[name], mapping } })}
          />
        )}
      </section>
    );
  };
  return (
    <div className="stack">
      <p className="soft">{t('import.mappingHint')}</p>
      {role('stops')}
      {role('people')}
      <SheetSelect
        label={t('import.roles.activity')}
        workbook={workbook}
        none
        value={choice.activity}
        onChange={(activity) => onChange({ ...choice, activity })}
      />
    </div>
  );
}

interface SheetSelectProps {
  readonly label: string;
  readonly workbook: Workbook;
  readonly value: number;
  readonly none?: boolean;
  readonly onChange: (sheet: number) => void;
}

function SheetSelect({ label, workbook, value, none, onChange }: SheetSelectProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="import-field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value}
        onChange={onChange}
        options={[
          ...(none ? [{ value: -1, label: t('import.noSheet') }] : []),
          ...workbook.sheets.map(({ name, hidden }, index) => ({
            value: index,
            label: hidden ? t('import.hiddenSheet', { name }) : name,
          })),
        ]}
      />
    </div>
  );
}
