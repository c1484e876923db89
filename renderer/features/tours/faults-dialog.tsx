import { Button, Modal, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CellFault } from '../../../shared/itinerary/cell-fault';
import { useLanguage } from '../../locales/use-problem-text';

interface FaultsDialogProps {
  readonly file: string;
  readonly faults: readonly CellFault[];
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Every fault of a spreadsheet by sheet, row and column, so that it can be corrected without guessing. */
export function FaultsDialog({ file, faults, onAgain, onClose }: FaultsDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Modal
      open
      width={820}
      title={t('tours.faultyTitle', { file, n: faults.length })}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('tours.close')}
        </Button>,
        <Button key="again" type="primary" onClick={onAgain}>
          {t('tours.again')}
        </Button>,
      ]}
    >
      <p className="soft tours-hint">{t('tours.faultyHint')}</p>
      <Table
        size="small"
        pagination={false}
        scroll={{ y: 360 }}
        rowKey={(fault) => `${fault.sheet} ${fault.row} ${fault.column} ${fault.zh}`}
        dataSource={[...faults]}
        columns={[
          { title: t('tours.sheet'), dataIndex: 'sheet', width: 120 },
          {
            title: t('tours.row'),
            width: 90,
            render: (_, fault) => (fault.row > 0 ? fault.row : t('tours.wholeSheet')),
          },
          { title: t('tours.column'), dataIndex: 'column', width: 70 },
          { title: t('tours.fault'), dataIndex: language },
        ]}
      />
    </Modal>
  );
}
