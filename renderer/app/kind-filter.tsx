import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type RecordKind, recordKinds } from '../../shared/records/record-schemas';
import type { Found } from '../data/use-search';

interface KindFilterProps {
  readonly counts: Found['counts'];
  readonly only: RecordKind | null;
  readonly onChoose: (only: RecordKind | null) => void;
}

/** What was found, by kind; a kind that is pressed hides all others. */
export function KindFilter({ counts, only, onChoose }: KindFilterProps) {
  const { t } = useTranslation();
  const kinds = recordKinds.filter((kind) => counts[kind] !== undefined || kind === only);
  if (kinds.length < 2 && only === null) return null;
  return (
    <fieldset className="bare palette-kinds" aria-label={t('search.kinds')}>
      {kinds.map((kind) => (
        <Button
          key={kind}
          type={only === kind ? 'primary' : 'default'}
          aria-pressed={only === kind}
          onClick={() => onChoose(only === kind ? null : kind)}
        >
          {t('search.kind', { kind: t(`records.kinds.${kind}`), n: counts[kind] ?? 0 })}
        </Button>
      ))}
    </fieldset>
  );
}
