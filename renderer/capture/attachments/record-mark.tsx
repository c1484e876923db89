import { CheckOutlined, ExclamationCircleFilled, LaptopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecordStatus } from '../../data/use-sync-status';

type Status = NonNullable<ReturnType<typeof useRecordStatus>>;

const icons: Readonly<Record<Status, ReactNode>> = {
  local: <LaptopOutlined />,
  sent: <CheckOutlined />,
  refused: <ExclamationCircleFilled />,
};

const words = { local: 'stop.statusLocal', sent: 'stop.statusSent', refused: 'stop.statusRefused' } as const;

/** Where one record is: only here, with the server, or refused by it. */
export function RecordMark({ record }: { readonly record: string }) {
  const { t } = useTranslation();
  const status = useRecordStatus(record);
  if (!status) return null;
  return (
    <span className={`record-mark record-mark-${status}`}>
      {icons[status]} {t(words[status])}
    </span>
  );
}
