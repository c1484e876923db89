import { succeed } from '../../shared/outcome';
import type { DiskReserve } from '../files/disk-reserve';
import type { CallHandlers } from '../ipc';

/** Asked now and then: where there is room again, the space is set aside again. */
export function diskCalls(
  reserve: DiskReserve,
  logError: (where: string, error: unknown) => void,
): Pick<CallHandlers, 'disk.describe'> {
  return {
    'disk.describe': async () => {
      await reserve.keep().catch((error: unknown) => logError('disk reserve', error));
      return succeed(await reserve.describe());
    },
  };
}
