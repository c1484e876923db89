import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tour } from '../../../shared/records/tour';
import { usePeople } from '../../data/use-choices';
import { type SaveFrom, useObjectField } from '../../data/use-object-field';
import type { TourView } from '../../data/use-tour-view';
import { matchText } from '../../ui/match-text';
import { type PersonOption, personOptions } from '../../ui/person-options';

type List = Tour['participants'];

interface ParticipantsProps {
  readonly view: TourView;
  readonly save: SaveFrom<List>;
}

const nobody = { person: '', name: '', posts: [], role: '' };

/** Who came, in the order given: a name of the roster brings its posts along, any other stays as written. */
export function Participants({ view, save }: ParticipantsProps) {
  const { t } = useTranslation();
  const field = useObjectField(view.tour.participants, save);
  const list = field.value;
  const [typed, setTyped] = useState('');
  /** The row that was just added: whoever adds a person writes the name next. */
  const [fresh, setFresh] = useState(-1);
  const people = usePeople(view, typed);
  const set = (place: number, values: Partial<List[number]>) =>
    field.set(list.map((one, index) => (index === place ? { ...one, ...values } : one)));
  return (
    <section className="panel plan-form" aria-label={t('plan.participants')} {...field.guards}>
      <h2>{t('plan.participants')}</h2>
      <ul className="plan-people">
        {list.map((one, place) => (
          // The place is what a row is: two people may have one name, and none may have an id.
          <li key={place} className="plan-person">
            <AutoComplete
              autoFocus={place === fresh}
              aria-label={t('plan.personName', { n: place + 1 })}
              placeholder={t('stop.speakerHint')}
              value={one.name}
              onChange={(name: string) => {
                setTyped(name);
                set(place, { name, person: '' });
              }}
              onSelect={(_, { person }: Pick<PersonOption, 'person'>) =>
                set(place, { person: person.id, name: person.name, posts: [...person.posts] })
              }
              options={personOptions(people, view.units)
                .filter(
                  ({ person: { id, name } }) =>
                    id !== '' && one.person === '' && one.name !== '' && matchText(name, one.name),
                )
                .slice(0, 20)
                .map((option) => ({ ...option, label: `${option.person.name} ${option.about}` }))}
            />
            <Select
              mode="tags"
              aria-label={t('plan.personPosts', { n: place + 1 })}
              placeholder={t('overview.posts')}
              tokenSeparators={['、', '，', ',']}
              value={[...one.posts]}
              onChange={(posts: string[]) => set(place, { posts })}
            />
            <Input
              aria-label={t('plan.personRole', { n: place + 1 })}
              placeholder={t('plan.role')}
              value={one.role}
              onChange={(event) => set(place, { role: event.target.value })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('plan.removePerson', { name: one.name || place + 1 })}
              onClick={() => field.set(list.filter((_, index) => index !== place))}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button
          icon={<PlusOutlined />}
          onClick={() => {
            setFresh(list.length);
            field.set([...list, nobody]);
          }}
        >
          {t('plan.addPerson')}
        </Button>
      </div>
    </section>
  );
}
