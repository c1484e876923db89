import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDisk } from '../data/use-disk';

const warnBelow = 2 * 2 ** 30;

/** Says in time that the disk fills up, and that the space set aside is in use. */
export function DiskNotice() {
  const { t } = useTranslation();
  const disk = useDisk();
  if (!disk || disk.freeBytes >= warnBelow) return null;
  const megabytes = Math.floor(disk.freeBytes / 2 ** 20);
  return (
    <Alert
      banner
      type="warning"
      title={t(disk.reserve === 'kept' ? 'disk.low' : 'disk.reserveUsed', { n: megabytes })}
    />
  );
}
