import { useTranslation } from 'react-i18next';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import type { FieldProps } from './field-props';
import { PickField } from './pick-field';
import { addUnitTo } from './add-to-register';

interface UnitFieldProps extends FieldProps {
  readonly view: TourView;
  readonly autoFocus?: boolean;
}

/** A unit of the register, or any words. */
export function UnitField({ view, ...field }: UnitFieldProps) {
  const { t } = useTranslation();
  const store = useStore();
  const names = [...view.units.values()]
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ name, short }) => ({ name, more: short }));
  return (
    <PickField
      {...field}
      names={names}
      placeholder={t('capture.unitHint')}
      add={{ words: (name) => t('capture.addUnit', { name }), onAdd: addUnitTo(store, view) }}
    />
  );
}
