import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../../shared/records/record-schemas';
import { openHistory } from '../../data/history-request';

interface HistoryButtonProps {
  readonly kind: RecordKind;
  readonly id: string;
}

/**
 * The way to every value that a record ever had; it stands at the end of the record's head. Alt+H does the same from any field,
 * where the record's part of the page holds `data-record`, or the page itself `data-page-record`.
 */
export function HistoryButton({ kind, id }: HistoryButtonProps) {
  const { t } = useTranslation();
  return (
    <Button
      type="text"
      className="history-button"
      icon={<HistoryOutlined />}
      aria-label={t('history.of', { kind: t(`records.kinds.${kind}`), title: '' })}
      title={t('history.open')}
      onClick={() => openHistory(id)}
    />
  );
}
