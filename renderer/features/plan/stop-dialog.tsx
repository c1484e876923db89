import { Alert, Checkbox, Input, type InputRef, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Site, siteKinds } from '../../../shared/records/site';
import { useRegisterFound } from '../../data/use-register-found';
import { ReasonField } from '../../ui/reason-field';
import { SitePicker } from '../../ui/site/site-picker';
import { plannedTime } from '../../../shared/itinerary/planned-time';

export interface ChosenPlace {
  /** Of the register, or null: then `site` is to be made. */
  readonly known: Site | null;
  readonly site: Pick<Site, 'name' | 'kind' | 'enterprise' | 'district' | 'address'>;
  readonly plannedAt: string;
  readonly planned: boolean;
  readonly reason: string;
}

interface StopDialogProps {
  readonly title: string;
  /** Where the tour is under way, a reason is asked for; `plannable`: the stop may have been in the plan all along. */
  readonly asks: { readonly reason: boolean; readonly plannable: boolean; readonly planned: boolean };
  readonly onDone: (place: ChosenPlace) => void;
  readonly onClose: () => void;
}

const blank = { name: '', kind: 'enterprise', enterprise: '', district: '', address: '' } as const;

/** A stop that comes onto a route: a site of the register, or a new one. */
export function StopDialog({ title, asks, onDone, onClose }: StopDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [known, setKnown] = useState<Site | null>(null);
  const found = useRegisterFound('site', known ? '' : text);
  const [made, setMade] = useState<ChosenPlace['site']>(blank);
  const [time, setTime] = useState('');
  const timeField = useRef<InputRef>(null);
  const [planned, setPlanned] = useState(asks.planned);
  const [reason, setReason] = useState('');
  const plannedAt = time.trim() === '' ? '' : plannedTime(time);
  const needsReason = asks.reason && !planned;
  const whole = text.trim() !== '' && plannedAt !== null && (!needsReason || reason.trim() !== '');
  const done = () => {
    if (!whole) return;
    onDone({ known, site: { ...made, name: text.trim() }, plannedAt, planned, reason: reason.trim() });
  };
  return (
    <Modal
      open
      title={title}
      okText={t('plan.confirm')}
      cancelText={t('tours.cancel')}
      okButtonProps={{ disabled: !whole }}
      onOk={done}
      onCancel={onClose}
    >
      <div className="plan-dialog">
        <SitePicker
          text={text}
          found={found}
          onDone={() => timeField.current?.focus()}
          onChange={(next, site) => {
            setText(next);
            setKnown(site);
          }}
        />
        {known && (
          <p className="soft plan-known">
            {[known.enterprise, known.district, known.address].filter(Boolean).join(' · ')}
          </p>
        )}
        {!known && text.trim() !== '' && (
          <fieldset className="bare plan-new-site">
            <Alert type="info" showIcon title={t('plan.newSite', { name: text.trim() })} />
            <label className="field">
              <span className="field-label">{t('plan.siteKind')}</span>
              <Select
                aria-label={t('plan.siteKind')}
                value={made.kind}
                onChange={(kind) => setMade({ ...made, kind })}
                options={siteKinds.map((value) => ({ value, label: t(`plan.siteKinds.${value}`) }))}
              />
            </label>
            {(['enterprise', 'district', 'address'] as const).map((name) => (
              <label key={name} className="field">
                <span className="field-label">{t(`stop.${name}`)}</span>
                <Input
                  value={made[name]}
                  onChange={(event) => setMade({ ...made, [name]: event.target.value })}
                  onPressEnter={(event) => !event.nativeEvent.isComposing && done()}
                />
              </label>
            ))}
          </fieldset>
        )}
        <label className="field plan-time">
          <span className="field-label">{t('plan.plannedAt')}</span>
          <Input
            ref={timeField}
            inputMode="numeric"
            placeholder="09:30"
            status={plannedAt === null ? 'error' : undefined}
            aria-invalid={plannedAt === null}
            value={time}
            onChange={(event) => setTime(event.target.value)}
            onPressEnter={done}
          />
        </label>
        {asks.plannable && (
          <Checkbox checked={planned} onChange={(event) => setPlanned(event.target.checked)}>
            {t('plan.wasPlanned')}
          </Checkbox>
        )}
        {needsReason && (
          <ReasonField
            autoFocus={false}
            label={t('plan.reason')}
            value={reason}
            onChange={setReason}
            onDone={done}
          />
        )}
      </div>
    </Modal>
  );
}
