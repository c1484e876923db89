import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CellFault } from '../../shared/itinerary/cell-fault';
import { useLanguage } from '../locales/use-problem-text';

/** Drawn in full, so that a list of usual length can be searched and read out; beyond, only what is in view. */
const drawnInFull = 100;

/** More than these scroll in a frame of their own; a frame round fewer would be bars and no more. */
const shownWhole = 8;

interface FaultTableProps {
  readonly faults: readonly CellFault[];
  /** What to do about them, where it is not what is done about those of a table. */
  readonly hint?: string;
}

/** Every fault of a spreadsheet by sheet, row and column, so that it can be corrected without guessing. */
export function FaultTable({ faults, hint }: FaultTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="stack">
      <p className="soft">{hint ?? t('import.faultyHint')}</p>
      <Table
        size="small"
        pagination={false}
        virtual={faults.length > drawnInFull}
        scroll={faults.length > shownWhole ? { y: 360, x: 680 } : {}}
        rowKey={(fault) => `${fault.sheet} ${fault.row} ${fault.column} ${fault.zh}`}
        dataSource={[...faults]}
        columns={[
          { title: t('import.sheet'), dataIndex: 'sheet', width: 120, ellipsis: true },
          {
            title: t('import.row'),
            width: 90,
            render: (_, fault) => (fault.row > 0 ? fault.row : t('import.wholeSheet')),
          },
          { title: t('import.column'), dataIndex: 'column', width: 70 },
          { title: t('import.fault'), dataIndex: language },
        ]}
      />
    </div>
  );
}
