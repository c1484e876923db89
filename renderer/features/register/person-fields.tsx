import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/records/person';
import { officeScope } from '../../../shared/records/record-schemas';
import type { Unit } from '../../../shared/records/unit';
import { useStore } from '../../data/store-context';
import { useAhead } from '../../data/use-ahead';
import { RecordText } from './record-text';
import { UnitSelect } from './unit-select';

interface PersonFieldsProps {
  readonly person: Person;
  readonly units: readonly Unit[];
}

/** Name, posts, unit and phone of a person; the rank is the place in the list. */
export function PersonFields({ person, units }: PersonFieldsProps) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  const save = (
    values: { readonly unit: string } | { readonly posts: string[] },
    from?: { readonly posts: string[] },
  ) => store.save([{ kind: 'person', id: person.id, tour: officeScope, values, from }]);
  const [posts, putPosts] = useAhead([...person.posts], (next, from) =>
    save({ posts: next }, { posts: from }),
  );
  const text = { kind: 'person' as const, id: person.id };
  return (
    <>
      <RecordText {...text} field="name" stored={person.name} label={t('register.fields.personName')} />
      <div className="field">
        <label htmlFor={id}>{t('register.fields.posts')}</label>
        <Select
          id={id}
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={['、', '，', ',', ';', '；']}
          placeholder={t('register.postsHint')}
          value={posts}
          onChange={(written: string[]) => putPosts(written.map((post) => post.trim()).filter(Boolean))}
        />
      </div>
      <UnitSelect
        label={t('register.fields.unit')}
        value={person.unit}
        units={units}
        onChange={(unit) => void save({ unit })}
      />
      <RecordText {...text} field="phone" stored={person.phone} label={t('register.fields.phone')} />
    </>
  );
}
