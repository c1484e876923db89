import { Input, type InputRef, Modal, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../../shared/records/issue';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Stop } from '../../../shared/records/stop';
import { composeStatement } from '../../../shared/signatures/signed-words';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';
import './signature.css';
import { SignaturePad } from './signature-pad';
import { SignedFindings } from './signed-findings';

interface SignatureDialogProps {
  readonly view: TourView;
  readonly stop: Stop;
  readonly issues: readonly Issue[];
  readonly onClose: () => void;
}

/** Somebody of the enterprise confirms on the spot what was found: in ink, or, who cannot draw, by typing the name. */
export function SignatureDialog({ view, stop, issues, onClose }: SignatureDialogProps) {
  const { t } = useTranslation();
  const store = useStore();
  const site = view.sites.get(stop.site);
  const place = stopTitle(stop, site);
  const [findings, setFindings] = useState(issues.map(({ id }) => id));
  const [who, setWho] = useState({ signer: '', post: '', unit: site?.enterprise || place, objection: '' });
  const [way, setWay] = useState<'drawn' | 'typed'>('drawn');
  const [strokes, setStrokes] = useState<readonly (readonly number[])[]>([]);
  const [typed, setTyped] = useState('');
  const ids = useId();
  const first = useFocusOnOpen<InputRef>();
  const statement = composeStatement(
    place,
    issues.filter(({ id }) => findings.includes(id)),
  );
  const signer = who.signer.trim();
  const signed = way === 'drawn' ? strokes.length > 0 : typed.trim() === signer;
  const line = (field: 'signer' | 'post' | 'unit') => ({
    id: `${ids}${field}`,
    value: who[field],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setWho({ ...who, [field]: event.target.value }),
  });

  async function sign() {
    const { tour } = stop;
    const values = {
      ...who,
      signer,
      tour,
      stop: stop.id,
      statement,
      findings,
      way,
      strokes: way === 'drawn' ? strokes.map((stroke) => [...stroke]) : [],
      author: store.userName(),
      at: store.now(),
    };
    const saved = await store.save([{ kind: 'signature', id: store.newId(), tour, values }]);
    if (saved.ok) onClose();
  }

  return (
    <Modal
      open
      width={760}
      title={t('capture.signTitle')}
      okText={t('capture.sign')}
      cancelText={t('tours.cancel')}
      okButtonProps={{ disabled: signer === '' || !signed }}
      mask={{ closable: false }}
      onOk={() => void sign()}
      onCancel={onClose}
    >
      <div className="signature-form">
        <SignedFindings issues={issues} chosen={findings} onChosen={setFindings} />
        <pre className="signature-statement" aria-label={t('capture.statement')}>
          {statement}
        </pre>
        <div className="field-grid">
          {(['signer', 'post', 'unit'] as const).map((field) => (
            <div className="field" key={field}>
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
        <Segmented
          aria-label={t('capture.way')}
          tabIndex={-1}
          value={way}
          onChange={setWay}
          options={[
            { value: 'drawn', label: t('capture.drawn') },
            { value: 'typed', label: t('capture.typed') },
          ]}
        />
        {way === 'drawn' ? (
          <SignaturePad strokes={strokes} onStrokes={setStrokes} />
        ) : (
          <div className="field">
            <label htmlFor={`${ids}typed`}>{t('capture.typedName')}</label>
            <Input
              id={`${ids}typed`}
              value={typed}
              placeholder={t('capture.typedHint')}
              onChange={(event) => setTyped(event.target.value)}
              onPressEnter={() => signer !== '' && signed && void sign()}
            />
          </div>
        )}
      </div>
    </Modal>
  );
}
