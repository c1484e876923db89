import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { genericAddressees } from '../../../shared/records/remark';
import { usePresetNames } from '../../data/presets/use-presets';
import { useUnits } from '../../data/use-choices';
import type { TourView } from '../../data/use-tour-view';
import type { FieldProps } from './field-props';
import { PickField } from './pick-field';

interface AddresseeFieldProps extends FieldProps {
  readonly view: TourView;
  readonly onDone: (() => void) | undefined;
}

/** To whom something was said: those whom reports call by no name (the office's list of them), then the units in their order, or any words. */
export function AddresseeField({ view, ...field }: AddresseeFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const generic = usePresetNames('addressees', genericAddressees);
  const units = useUnits(view, typed).map(({ name, short }) => ({ name, more: short }));
  return (
    <PickField
      {...field}
      names={[...generic.map((name) => ({ name, more: '' })), ...units]}
      onTyped={setTyped}
      placeholder={t('stop.addresseeHint')}
    />
  );
}
