import type { PresetList } from '../../../shared/records/preset';
import { usePresetNames } from '../../data/presets/use-presets';
import type { FieldProps } from './field-props';
import { PickField } from './pick-field';

interface PresetFieldProps extends FieldProps {
  readonly list: PresetList;
  readonly placeholder: string;
}

/** A text for which the office may have a list of its own; any other words are as good. */
export function PresetField({ list, ...field }: PresetFieldProps) {
  const names = usePresetNames(list).map((name) => ({ name, more: '' }));
  return <PickField {...field} names={names} onTyped={ignore} />;
}

/** The list is here as a whole: nothing more is looked for. */
function ignore(): void {}
