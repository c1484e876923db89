import { useTranslation } from 'react-i18next';
import type { Stop } from '../../../shared/records/stop';

/** When the visit began and ended, for those who only read. */
export function StopTimes({ stop }: { readonly stop: Stop }) {
  const { t } = useTranslation();
  const times = (['visitedAt', 'leftAt'] as const).filter((field) => stop[field] !== '');
  return times.map((field) => (
    <span key={field} className="soft figures">
      {t(`stop.${field}`)} {stop[field]}
    </span>
  ));
}
