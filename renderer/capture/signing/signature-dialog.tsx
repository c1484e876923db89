import { Input, type InputRef, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Stop } from '../../../shared/records/stop';
import { type Findings, composeStatement } from '../../../shared/signatures/signed-words';
import { digestOf } from '../../data/digest-of';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { useLanguage } from '../../locales/use-problem-text';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import './signature.css';
import { SignedFindings } from './signed-findings';
import { type Signing, SigningFields } from './signing-fields';

interface SignatureDialogProps {
  readonly view: TourView;
  readonly stop: Stop;
  readonly records: Findings;
  readonly onClose: () => void;
}

const unsigned: Signing = { way: 'drawn', strokes: [], typed: '', refusal: '', witness: '' };

/** Somebody of the enterprise confirms on the spot what was found: in ink, or, who cannot draw, by typing the name; or refuses. */
export function SignatureDialog({ view, stop, records, onClose }: SignatureDialogProps) {
  const { t } = useTranslation();
  const store = useStore();
  const language = useLanguage();
  const site = view.sites.get(stop.site);
  const place = stopTitle(stop, site);
  const issues = records.issues.filter(hasText);
  const remarks = records.remarks.filter(hasText);
  const [chosen, setChosen] = useState({ findings: issues.map(({ id }) => id), remarks: [] as string[] });
  const [who, setWho] = useState({ signer: '', post: '', unit: site?.enterprise || place, objection: '' });
  const [signing, setSigning] = useState(unsigned);
  const once = useOneAtATime();
  const ids = useId();
  const first = useFocusOnOpen<InputRef>();
  const statement = composeStatement(
    place,
    {
      issues: issues.filter(({ id }) => chosen.findings.includes(id)),
      remarks: remarks.filter(({ id }) => chosen.remarks.includes(id)),
    },
    language,
  );
  const signer = who.signer.trim();
  const ready = isReady(signer, signing);
  const line = (field: 'signer' | 'post' | 'unit') => ({
    id: `${ids}${field}`,
    value: who[field],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setWho({ ...who, [field]: event.target.value }),
  });

  async function sign() {
    const { tour } = stop;
    const { way, strokes, refusal, witness } = signing;
    const isRefused = way === 'refused';
    const values = {
      ...who,
      ...chosen,
      signer,
      tour,
      stop: stop.id,
      place,
      address: site?.address ?? '',
      language,
      statement,
      way,
      refusal: isRefused ? refusal.trim() : '',
      witness: isRefused ? witness.trim() : '',
      strokes: way === 'drawn' ? strokes.map((stroke) => [...stroke]) : [],
      author: store.userName(),
      at: store.now(),
    };
    const digest = await digestOf(values);
    const saved = await store.save([
      { kind: 'signature', id: store.newId(), tour, values: { ...values, digest } },
    ]);
    if (saved.ok) onClose();
  }

  return (
    <Modal
      open
      width={1080}
      title={t('capture.signTitle')}
      okText={t(signing.way === 'refused' ? 'capture.keepRefusal' : 'capture.sign')}
      cancelText={t('tours.cancel')}
      okButtonProps={{ disabled: !ready }}
      mask={{ closable: false }}
      onOk={() => once(sign)}
      onCancel={onClose}
    >
      <div className="signature-form">
        <div className="signature-side">
          {issues.length === 0 ? (
            <p className="soft">{t('capture.nothingToSign')}</p>
          ) : (
            <SignedFindings
              title={t('capture.findings')}
              records={issues}
              chosen={chosen.findings}
              onChosen={(findings) => setChosen({ ...chosen, findings })}
            />
          )}
          {remarks.length > 0 && (
            <SignedFindings
              title={t('capture.remarksToSign')}
              records={remarks}
              chosen={chosen.remarks}
              onChosen={(ticked) => setChosen({ ...chosen, remarks: ticked })}
            />
          )}
          <pre className="signature-statement" aria-label={t('capture.statement')}>
            {statement}
          </pre>
        </div>
        <div className="signature-side">
          <div className="field-grid">
            {(['signer', 'post', 'unit'] as const).map((field) => (
              <div className={`field${field === 'unit' ? ' field-wide' : ''}`} key={field}>
                <label htmlFor={`${ids}${field}`}>
                  {t(`records.fields.${field === 'unit' ? 'signerUnit' : field}`)}
                </label>
                <Input {...line(field)} ref={field === 'signer' ? first : null} />
              </div>
            ))}
            <div className="field field-wide">
              <label htmlFor={`${ids}objection`}>{t('records.fields.objection')}</label>
              <Input.TextArea
                id={`${ids}objection`}
                rows={1}
                className="growing"
                placeholder={t('capture.objectionHint')}
                value={who.objection}
                onChange={(event) => setWho({ ...who, objection: event.target.value })}
              />
            </div>
          </div>
          <SigningFields
            signing={signing}
            onChange={setSigning}
            onEnter={() => {
              if (ready) once(sign);
            }}
          />
        </div>
      </div>
    </Modal>
  );
}

/** Who refuses may not say the name either; the reason is what counts. */
function isReady(signer: string, { way, strokes, typed, refusal }: Signing): boolean {
  switch (way) {
    case 'drawn':
      return signer !== '' && strokes.length > 0;
    case 'typed':
      return signer !== '' && typed.trim() === signer;
    case 'refused':
      return refusal.trim() !== '';
  }
}

function hasText({ text }: { readonly text: string }): boolean {
  return text.trim() !== '';
}
