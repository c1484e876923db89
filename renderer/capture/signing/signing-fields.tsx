import { Input, Segmented } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Signature, signatureWays } from '../../../shared/records/signature';
import { SignaturePad } from './signature-pad';

/** How somebody confirms, or does not. */
export interface Signing {
  readonly way: Signature['way'];
  readonly strokes: readonly (readonly number[])[];
  readonly typed: string;
  readonly refusal: string;
  readonly witness: string;
}

interface SigningFieldsProps {
  readonly signing: Signing;
  readonly onChange: (signing: Signing) => void;
  readonly onEnter: () => void;
}

/** In ink, by typing the name, or 拒签 with the reason and who saw it. */
export function SigningFields({ signing, onChange, onEnter }: SigningFieldsProps) {
  const { t } = useTranslation();
  const ids = useId();
  const set = (values: Partial<Signing>) => onChange({ ...signing, ...values });
  return (
    <>
      <Segmented
        aria-label={t('capture.way')}
        tabIndex={-1}
        value={signing.way}
        onChange={(way) => set({ way })}
        options={signatureWays.map((value) => ({ value, label: t(`capture.ways.${value}`) }))}
      />
      {signing.way === 'drawn' && (
        <SignaturePad strokes={signing.strokes} onStrokes={(strokes) => set({ strokes })} />
      )}
      {signing.way === 'typed' && (
        <div className="field">
          <label htmlFor={`${ids}typed`}>{t('capture.typedName')}</label>
          <Input
            id={`${ids}typed`}
            value={signing.typed}
            placeholder={t('capture.typedHint')}
            onChange={(event) => set({ typed: event.target.value })}
            onPressEnter={onEnter}
          />
        </div>
      )}
      {signing.way === 'refused' && (
        <div className="signature-refusal">
          <div className="field">
            <label htmlFor={`${ids}refusal`}>{t('records.fields.refusal')}</label>
            <Input.TextArea
              id={`${ids}refusal`}
              rows={2}
              className="growing"
              placeholder={t('capture.refusalHint')}
              value={signing.refusal}
              onChange={(event) => set({ refusal: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor={`${ids}witness`}>{t('records.fields.witness')}</label>
            <Input
              id={`${ids}witness`}
              value={signing.witness}
              placeholder={t('capture.witnessHint')}
              onChange={(event) => set({ witness: event.target.value })}
            />
          </div>
        </div>
      )}
    </>
  );
}
