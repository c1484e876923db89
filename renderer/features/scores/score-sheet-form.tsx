import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/json';
import type { Criterion, ScoreSheet } from '../../../shared/records/score-sheet';
import { useStore } from '../../data/store-context';
import { useAhead } from '../../data/use-ahead';
import { useObjectField } from '../../data/use-object-field';
import { useTextField } from '../../data/use-text-field';
import { HistoryButton } from '../../capture/fields/history-button';

/** What is judged, by whom, and how many of the highest and lowest totals do not count. */
export function ScoreSheetForm({ sheet }: { readonly sheet: ScoreSheet }) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  const { tour } = sheet;
  const save = (values: Readonly<Record<string, Json>>, from?: Readonly<Record<string, Json>>) =>
    store.save([{ kind: 'scoreSheet', id: sheet.id, tour, values, from }]);
  const [judges, putJudges] = useAhead([...sheet.judges], (judges, from) =>
    save({ judges }, { judges: from }),
  );
  const { state: _, ...title } = useTextField(
    { kind: 'scoreSheet', id: sheet.id, tour, field: 'title' },
    sheet.title,
  );
  const number = (field: 'dropHighest' | 'dropLowest') => (
    <div className="field">
      <label htmlFor={`${id}-${field}`}>{t(`scores.${field}`)}</label>
      <InputNumber
        id={`${id}-${field}`}
        min={0}
        max={20}
        precision={0}
        value={sheet[field]}
        onChange={(value) => void save({ [field]: value ?? 0 })}
      />
    </div>
  );
  return (
    <section className="panel scores-form" aria-label={t('scores.sheet')} data-record={sheet.id}>
      <div className="scores-name field-wide">
        <div className="field">
          <label htmlFor={`${id}-title`}>{t('scores.name')}</label>
          <Input id={`${id}-title`} {...title} />
        </div>
        <HistoryButton kind="scoreSheet" id={sheet.id} />
      </div>
      <div className="field field-wide">
        <label htmlFor={`${id}-judges`}>{t('scores.judges')}</label>
        <Select
          id={`${id}-judges`}
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={['、', '，', ',', '；']}
          placeholder={t('scores.judgesHint')}
          value={judges}
          onChange={putJudges}
        />
      </div>
      {number('dropHighest')}
      {number('dropLowest')}
      <Criteria
        criteria={sheet.criteria}
        save={(criteria, from) => save({ criteria: [...criteria] }, { criteria: [...from] })}
      />
    </section>
  );
}

interface CriteriaProps {
  readonly criteria: readonly Criterion[];
  readonly save: Parameters<typeof useObjectField<readonly Criterion[]>>[1];
}

function Criteria({ criteria, save }: CriteriaProps) {
  const { t } = useTranslation();
  const field = useObjectField(criteria, save);
  const list = field.value;
  const set = (place: number, values: Partial<Criterion>) =>
    field.set(list.map((one, index) => (index === place ? { ...one, ...values } : one)));
  return (
    <fieldset className="bare scores-criteria" {...field.guards}>
      <legend>{t('scores.criteria')}</legend>
      <ol>
        {list.map((one, place) => (
          <li key={one.name} className="scores-criterion">
            <Input
              aria-label={t('scores.criterion', { n: place + 1 })}
              value={one.label}
              onChange={(event) => set(place, { label: event.target.value })}
            />
            <InputNumber
              aria-label={t('scores.maxOf', { label: one.label })}
              prefix={t('scores.max')}
              min={1}
              max={1000}
              value={one.max}
              onChange={(max) => max && set(place, { max })}
            />
            <InputNumber
              aria-label={t('scores.weightOf', { label: one.label })}
              prefix={t('scores.weight')}
              min={0}
              max={1000}
              value={one.weight}
              onChange={(weight) => set(place, { weight: weight ?? 0 })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('scores.removeCriterion', { label: one.label })}
              onClick={() => field.set(list.filter((_, index) => index !== place))}
            />
          </li>
        ))}
      </ol>
      <Button
        icon={<PlusOutlined />}
        onClick={() => field.set([...list, { name: freeName(list), label: '', max: 10, weight: 1 }])}
      >
        {t('scores.addCriterion')}
      </Button>
    </fieldset>
  );
}

/** Points are kept by the name of their criterion: a name is never given twice, also not when its number is free again. */
function freeName(list: readonly Criterion[]): string {
  const numbers = list.map(({ name }) => Number(name.slice(1)) || 0);
  return `c${Math.max(0, ...numbers) + 1}`;
}
