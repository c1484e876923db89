import { useTranslation } from 'react-i18next';
import { stages } from '../../../shared/records/stop';
import { PickField } from '../../capture/fields/pick-field';
import type { TextTarget } from '../../data/use-text-field';

interface StageFieldProps {
  readonly target: TextTarget;
  readonly stored: string;
}

/** A stage: one of the usual ones by its letters, or any words. */
export function StageField({ target, stored }: StageFieldProps) {
  const { t } = useTranslation();
  return (
    <PickField
      target={target}
      stored={stored}
      label={t('stop.stage')}
      names={usual}
      onTyped={() => {}}
      unborn={null}
    />
  );
}

const usual = stages.map((name) => ({ name, more: '' }));
