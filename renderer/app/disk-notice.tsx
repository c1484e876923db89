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
  const words = wordsOf(disk);
  return (
    <Alert
      banner
      type="warning"
      // What can wait does not break into what a screen reader is saying.
      role={words === 'disk.low' ? 'status' : 'alert'}
      title={t(words, { n: roughly(Math.floor(disk.freeBytes / 2 ** 20)) })}
    />
  );
}

/** It is asked every minute: a figure that moves each time would be read out each time. */
function roughly(megabytes: number): number {
  const step = megabytes < 200 ? 10 : 100;
  return megabytes < step ? megabytes : Math.floor(megabytes / step) * step;
}

function wordsOf({ freeBytes, reserve }: BridgeOutput<'disk.describe'>) {
  if (reserve === 'kept') return 'disk.low';
  return freeBytes < fullBelow ? 'disk.full' : 'disk.reserveUsed';
}
