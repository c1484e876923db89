import { Checkbox, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/json';
import { type Remark, occasions } from '../../../shared/records/remark';
import type { TourView } from '../../data/use-tour-view';
import { AddresseeField } from '../fields/addressee-field';
import { SpeakerPicker, type SpeakerPickerProps } from '../fields/speaker-picker';
import { TextField } from '../fields/text-field';
import { VerbField } from '../fields/verb-field';

interface RemarkFieldsProps {
  readonly view: TourView;
  readonly remark: Remark;
  readonly set: (values: Readonly<Record<string, Json>>) => void;
  /** How the cursor comes to the speaker and away from it. */
  readonly speaker?: Pick<SpeakerPickerProps, 'field' | 'autoFocus' | 'onDone'>;
  /** With what is seldom set while walking: heading and occasion. */
  readonly full?: boolean;
  readonly unborn: { readonly created: boolean; write(values: Readonly<Record<string, Json>>): void } | null;
}

/** Who said it, how, to whom, and whether in these very words. */
export function RemarkFields({ view, remark, set, unborn, speaker, full }: RemarkFieldsProps) {
  const { t } = useTranslation();
  const occasion = useId();
  // At a stop somebody may speak of all that it stands in one group with.
  const group = remark.group || (view.stops.find(({ id }) => id === remark.stop)?.group ?? '');
  const known = view.groups.find(({ id }) => id === group);
  const nameOf = (value: Remark['occasion']) => {
    const name = t(`capture.occasions.${value}`);
    const words = value === 'group' ? known?.label || known?.topic || known?.stage : undefined;
    return words ? `${name} ${words}` : name;
  };
  return (
    <div className="field-grid">
      <SpeakerPicker view={view} remark={remark} set={set} {...speaker} />
      <VerbField verb={remark.verb} onVerb={(verb) => set({ verb })} />
      <AddresseeField
        view={view}
        onDone={speaker?.onDone}
        target={{ kind: 'remark', id: remark.id, tour: remark.tour, field: 'addressee' }}
        stored={remark.addressee}
        label={t('stop.addressee')}
        unborn={unborn && { created: unborn.created, write: (addressee) => unborn.write({ addressee }) }}
      />
      <div className="field field-switch">
        <Checkbox checked={remark.verbatim} onChange={(event) => set({ verbatim: event.target.checked })}>
          {t('stop.verbatim')}
        </Checkbox>
      </div>
      {(full || remark.heading !== '' || remark.number !== null) && (
        <TextField
          target={{ kind: 'remark', id: remark.id, tour: remark.tour, field: 'heading' }}
          stored={remark.heading}
          label={t('records.fields.heading')}
          unborn={unborn && { created: unborn.created, write: (heading) => unborn.write({ heading }) }}
        />
      )}
      {full && (
        <>
          <div className="field">
            <label htmlFor={occasion}>{t('capture.occasion')}</label>
            <Select
              id={occasion}
              value={remark.occasion}
              popupMatchSelectWidth={false}
              onChange={(value) => set(value === 'group' ? { occasion: value, group } : { occasion: value })}
              options={occasions
                .filter((value) => value === remark.occasion || isPossible({ ...remark, group }, value))
                .map((value) => ({ value, label: nameOf(value) }))}
            />
          </div>
          <div className="field field-switch">
            <Checkbox
              checked={!remark.occasionCertain}
              onChange={(event) => set({ occasionCertain: !event.target.checked })}
            >
              {t('capture.occasionUncertain')}
            </Checkbox>
          </div>
        </>
      )}
    </div>
  );
}

/** What a remark that names this place can have been said on. */
function isPossible({ stop, group, meeting }: Remark, occasion: Remark['occasion']): boolean {
  switch (occasion) {
    case 'stop':
      return stop !== '';
    case 'group':
      return group !== '';
    case 'meeting':
      return meeting !== '';
    case 'tour':
      return true;
  }
}
