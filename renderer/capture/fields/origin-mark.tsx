import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/records/task';

type Origin = Task['origins'][string];

/** In one character whether the leader said it or the secretary added it; a press turns it over. */
export function OriginMark({
  field,
  origin,
  onTurn,
}: {
  readonly field: string;
  readonly origin: Origin;
  readonly onTurn: (origin: Origin) => void;
}) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={`origin origin-${origin}`}
      aria-label={t('capture.originOf', { field, origin: t(`capture.${origin}`) })}
      title={t('capture.originTurn', { origin: t(`capture.${origin}`) })}
      onClick={() => onTurn(origin === 'said' ? 'added' : 'said')}
    >
      {t(`capture.${origin}Short`)}
    </button>
  );
}
