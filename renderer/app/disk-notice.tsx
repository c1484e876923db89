import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BridgeOutput } from '../../shared/protocol/bridge';
import { useDisk } from '../data/use-disk';

const warnBelow = 2 * 2 ** 30;

/** Below this nothing more is taken down; the space set aside is gone, or was never there. */
const fullBelow = 16 * 2 ** 20;

/** Says in time that the disk fills up, and that the space set aside is in use. */
export function DiskNotice() {
  const { t } = useTranslation();
  const disk = useDisk();
  if (!disk || disk.freeBytes >= warnBelow) return null;
  const megabytes = Math.floor(disk.freeBytes / 2 ** 20);
  return <Alert banner type="warning" title={t(wordsOf(disk), { n: megabytes })} />;
}

function wordsOf({ freeBytes, reserve }: BridgeOutput<'disk.describe'>) {
  if (reserve === 'kept') return 'disk.low';
  return freeBytes < fullBelow ? 'disk.full' : 'disk.reserveUsed';
}
