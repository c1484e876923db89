import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TourFileFault } from '../../shared/tour-file/list-reference-faults';
import { useLanguage } from '../locales/use-problem-text';

interface PathFaultsProps {
  readonly file: string;
  readonly faults: readonly TourFileFault[];
}

/** Every fault of a file of values by its path. */
export function PathFaults({ file, faults }: PathFaultsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="stack">
      <p role="alert">{t('import.faultyFile', { file, n: faults.length })}</p>
      <Table
        size="small"
        pagination={false}
        virtual={faults.length > 100}
        scroll={{ y: 360, x: 820 }}
        rowKey={(fault) => `${fault.path} ${fault.zh}`}
        dataSource={[...faults]}
        columns={[
          { title: t('import.path'), dataIndex: 'path', width: 280 },
          { title: t('import.fault'), dataIndex: language },
        ]}
      />
    </div>
  );
}
