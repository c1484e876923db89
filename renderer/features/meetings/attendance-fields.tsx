import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Meeting, attendanceStatuses } from '../../../shared/records/meeting';
import { attend } from '../../../shared/meetings/attend';
import { useAhead } from '../../data/use-ahead';
import { useStore } from '../../data/store-context';
import { usePeople } from '../../data/use-choices';
import type { TourView } from '../../data/use-tour-view';
import { matchText } from '../../ui/match-text';
import { namesOfLetters } from '../../ui/names-of-letters';

/** 出席, 请假, 列席: several at once from the roster, or a pasted list with 、 between the names. The order is that of rank. */
export function AttendanceFields({ view, meeting }: { readonly view: TourView; readonly meeting: Meeting }) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  const [typed, setTyped] = useState('');
  const people = usePeople(view, typed);
  const known = people.map(({ name }) => name);
  const roster = people.map(({ name, unit, rank }) => ({
    name,
    unit: view.units.get(unit)?.name ?? '',
    rank,
  }));
  const [attendance, put] = useAhead(meeting.attendance, (next, from) =>
    store.save([
      {
        kind: 'meeting',
        id: meeting.id,
        tour: meeting.tour,
        values: { attendance: next },
        from: { attendance: from },
      },
    ]),
  );
  return (
    <div className="attendance">
      {attendanceStatuses.map((status) => (
        <div className="field" key={status}>
          <label htmlFor={`${id}${status}`}>{t(`capture.${status}`)}</label>
          <Select
            id={`${id}${status}`}
            mode="tags"
            value={attendance.filter((one) => one.status === status).map(({ name }) => name)}
            tokenSeparators={['、', '，', ',', ';', '；', '\n']}
            placeholder={t('capture.attendanceHint')}
            showSearch={{
              filterOption: (text, option) => matchText(option?.label ?? '', text),
              onSearch: setTyped,
            }}
            options={people.map(({ id, name, posts }) => ({
              key: id || name,
              value: name,
              label: `${name} ${posts.join('、')}`.trim(),
            }))}
            optionLabelProp="value"
            onChange={(names: string[]) =>
              put(attend(attendance, status, namesOfLetters(names, known), roster))
            }
          />
        </div>
      ))}
    </div>
  );
}
