import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/records/person';
import type { Unit } from '../../../shared/records/unit';
import { createUnitFinder } from '../../../shared/tables/unit-finder';
import type { ListProps } from './list-props';
import { NoRecords } from './no-records';
import { RankedRows } from './ranked-rows';
import { useMatches } from '../../ui/use-matches';

interface PeopleListProps extends ListProps {
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
}

const wordsOf = ({ name, posts, unitName }: Person & { readonly unitName: string }) =>
  `${name} ${unitName} ${posts.join(' ')}`;

/** The people in order of rank. */
export function PeopleList({ people, units, query, onEdit }: PeopleListProps) {
  const { t } = useTranslation();
  const rows = useMemo(() => {
    const { label } = createUnitFinder(units);
    return [...people]
      .sort((one, other) => one.rank - other.rank)
      .map((person) => ({ ...person, unitName: label(person.unit) }));
  }, [people, units]);
  const shown = useMatches(rows, query, wordsOf);
  return (
    <RankedRows
      kind="person"
      records={shown}
      groupOf={() => ''}
      movable={query.trim() === ''}
      empty={<NoRecords table="people" query={query} />}
      columns={[
        {
          title: t('register.fields.personName'),
          width: 140,
          render: (_, { id, name }) => (
            <button type="button" className="register-name" onClick={() => onEdit(id)}>
              {name || t('register.unnamed')}
            </button>
          ),
        },
        { title: t('register.fields.posts'), render: (_, { posts }) => posts.join('、') },
        { title: t('register.fields.unit'), dataIndex: 'unitName', width: 260 },
        { title: t('register.fields.phone'), dataIndex: 'phone', width: 150, className: 'figures' },
      ]}
    />
  );
}
