import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../shared/outcome';
import type { Task } from '../../../shared/records/task';
import { useAhead } from '../../data/use-ahead';
import { useUnits } from '../../data/use-choices';
import type { TourView } from '../../data/use-tour-view';
import { matchText } from '../../ui/match-text';
import { namesOfLetters } from '../../ui/names-of-letters';
import { useFieldProps } from '../fields/field-props';
import { OriginMark } from '../fields/origin-mark';
import { PersonField } from '../fields/person-field';
import type { Values } from '../drafts/record-maker';
import { DueHint } from '../fields/due-hint';
import { TextField } from '../fields/text-field';
import { UnitField } from '../fields/unit-field';

interface TaskFieldsProps {
  readonly task: Task;
  readonly view: TourView;
  readonly set: (values: Values, from?: Values) => Promise<Outcome<unknown>>;
  readonly fresh: boolean;
}

/** Who leads, who helps, which leader answers for it, until when; beside each whether the leader said it. */
export function TaskFields({ task, view, set, fresh }: TaskFieldsProps) {
  const { t } = useTranslation();
  const assist = useId();
  const field = useFieldProps('task', task, null);
  const [units, putUnits] = useAhead([...task.assist], (assist, from) => set({ assist }, { assist: from }));
  const [origins, putOrigins] = useAhead(task.origins, (next, from) =>
    set({ origins: next }, { origins: from }),
  );
  const [typed, setTyped] = useState('');
  const choices = useUnits(view, typed);
  const known = choices.map(({ name }) => name);
  const mark = (name: 'text' | 'lead' | 'assist' | 'leader' | 'due') => (
    <OriginMark
      field={t(`records.fields.${name}`)}
      origin={origins[name] ?? 'added'}
      onTurn={(origin) => putOrigins({ ...origins, [name]: origin })}
    />
  );
  return (
    <div className="field-grid task-grid">
      <div className="task-field">
        <UnitField {...field('lead')} view={view} autoFocus={fresh} />
        {mark('lead')}
      </div>
      <div className="task-field">
        <div className="field">
          <label htmlFor={assist}>{t('records.fields.assist')}</label>
          <Select
            id={assist}
            mode="tags"
            value={units}
            tokenSeparators={['、', '，', ',', ';', '；']}
            showSearch={{
              filterOption: (text, option) => matchText(option?.label ?? '', text),
              onSearch: setTyped,
            }}
            onChange={(names: string[]) => putUnits(namesOfLetters(names, known))}
            options={choices.map(({ name, short }) => ({
              value: name,
              label: short === '' || short === name ? name : `${name}（${short}）`,
            }))}
          />
        </div>
        {mark('assist')}
      </div>
      <div className="task-field">
        <PersonField {...field('leader')} view={view} />
        {mark('leader')}
      </div>
      <div className="task-field">
        <TextField
          {...field('due')}
          label={t('capture.dueBy')}
          placeholder={t('stop.dueHint')}
          hint={<DueHint due={task.due} at={task.at} />}
        />
        {mark('due')}
      </div>
      <p className="soft task-origin-text">
        {mark('text')} {t('capture.textOrigin')}
      </p>
    </div>
  );
}
