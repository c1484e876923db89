import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { officeScope } from '../../../shared/records/record-schemas';
import { type Site, siteKinds } from '../../../shared/records/site';
import { parsePosition } from '../../../shared/tables/read-position';
import { useStore } from '../../data/store-context';
import { useDraftValue } from '../../data/use-draft-value';
import { RecordText } from './record-text';

const texts = ['name', 'enterprise', 'project', 'district', 'address'] as const;

/** Everything that the register knows of a site. */
export function SiteFields({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('register.fields.kind')}</label>
        <Select
          id={id}
          value={site.kind}
          options={siteKinds.map((kind) => ({ value: kind, label: t(`register.kinds.${kind}`) }))}
          onChange={(kind) =>
            void store.save([{ kind: 'site', id: site.id, tour: officeScope, values: { kind } }])
          }
        />
      </div>
      {texts.map((field) => (
        <RecordText
          key={field}
          kind="site"
          id={site.id}
          field={field}
          stored={site[field]}
          label={t(`register.fields.${field}`)}
        />
      ))}
      <PositionField site={site} />
      <FactsField site={site} />
      <LedgerField site={site} />
    </>
  );
}

function PositionField({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const id = useId();
  const stored = site.position ? `${site.position.longitude},${site.position.latitude}` : '';
  const { draft, set, ...events } = useDraftValue(
    { kind: 'site', id: site.id, tour: officeScope, field: 'position' },
    stored,
    (text) => {
      if (text.trim() === '') return { value: null };
      const position = parsePosition(text);
      return position && { value: position };
    },
    site.position,
  );
  const wrong = draft.trim() !== '' && parsePosition(draft) === null;
  return (
    <div className="field">
      <label htmlFor={id}>{t('register.fields.position')}</label>
      <Input
        id={id}
        value={draft}
        placeholder="118.3051,36.8142"
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => set(event.target.value)}
        {...events}
      />
      <span id={`${id}-hint`} className="soft" role={wrong ? 'alert' : undefined}>
        {t(wrong ? 'register.positionWrong' : 'register.positionHint')}
      </span>
    </div>
  );
}

function FactsField({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const id = useId();
  const { draft, set, ...events } = useDraftValue(
    { kind: 'site', id: site.id, tour: officeScope, field: 'facts' },
    site.facts.join('\n'),
    (text) => ({
      value: text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    }),
    site.facts,
  );
  return (
    <div className="field">
      <label htmlFor={id}>{t('register.fields.facts')}</label>
      <Input.TextArea
        id={id}
        rows={2}
        className="growing"
        value={draft}
        placeholder={t('register.factsHint')}
        onChange={(event) => set(event.target.value)}
        {...events}
      />
    </div>
  );
}

function LedgerField({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const { draft, set, ...events } = useDraftValue(
    { kind: 'site', id: site.id, tour: officeScope, field: 'ledger' },
    site.ledger,
    (lines) => ({ value: lines.filter(({ name, value }) => name.trim() !== '' || value.trim() !== '') }),
    site.ledger,
  );
  const change = (index: number, part: Partial<(typeof draft)[number]>) =>
    set(draft.map((line, at) => (at === index ? { ...line, ...part } : line)));
  return (
    <fieldset className="bare register-ledger">
      <legend>{t('register.fields.ledger')}</legend>
      {draft.map((line, index) => (
        <div key={index} className="register-ledger-line">
          <Input
            aria-label={t('register.ledgerName', { n: index + 1 })}
            value={line.name}
            onChange={(event) => change(index, { name: event.target.value })}
            {...events}
          />
          <Input
            aria-label={line.name || t('register.ledgerValue', { n: index + 1 })}
            value={line.value}
            onChange={(event) => change(index, { value: event.target.value })}
            {...events}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('register.ledgerRemove', { name: line.name })}
            onClick={() => set(draft.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => set([...draft, { name: '', value: '' }])}>
        {t('register.ledgerAdd')}
      </Button>
    </fieldset>
  );
}
