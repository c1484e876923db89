import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../data/store-context';
import { useUnits } from '../../data/use-choices';
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
  const [typed, setTyped] = useState('');
  const names = useUnits(view, typed).map(({ name, short }) => ({ name, more: short }));
  return (
    <PickField
      {...field}
      names={names}
      onTyped={setTyped}
      placeholder={t('capture.unitHint')}
      add={{ words: (name) => t('capture.addUnit', { name }), onAdd: addUnitTo(store, view) }}
    />
  );
}
