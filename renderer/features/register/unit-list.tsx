import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/records/person';
import type { Unit } from '../../../shared/records/unit';
import { type TreeUnit, unitTree } from '../../../shared/tables/unit-tree';
import type { ListProps } from './list-props';
import { NoRecords } from './no-records';
import { RankedRows } from './ranked-rows';
import { useMatches } from '../../ui/use-matches';

interface UnitListProps extends ListProps {
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
}

const wordsOf = ({ name, short }: TreeUnit) => `${name} ${short}`;

/** Deeper levels stand no further in: names need their room. */
const deepestShown = 4;

/** The tree of units, siblings in order of rank. */
export function UnitList({ units, people, query, onEdit }: UnitListProps) {
  const { t } = useTranslation();
  const tree = useMemo(() => unitTree(units), [units]);
  const shown = useMatches(tree, query, wordsOf);
  const counts = useMemo(() => {
    const byUnit = new Map<string, number>();
    for (const { unit } of people) byUnit.set(unit, (byUnit.get(unit) ?? 0) + 1);
    return byUnit;
  }, [people]);
  return (
    <RankedRows
      kind="unit"
      records={shown}
      groupOf={({ parent }) => parent}
      movable={query.trim() === ''}
      empty={<NoRecords table="units" query={query} />}
      columns={[
        {
          title: t('register.fields.unitName'),
          render: (_, { id, name, depth }) => (
            <span className={`register-depth-${Math.min(depth, deepestShown)}`}>
              <button type="button" className="register-name" onClick={() => onEdit(id)}>
                {name || t('register.unnamed')}
              </button>
            </span>
          ),
        },
        { title: t('register.fields.short'), dataIndex: 'short', width: 200 },
        {
          title: t('register.fields.members'),
          width: 100,
          render: (_, { id }) => <span className="figures">{counts.get(id) ?? 0}</span>,
        },
      ]}
    />
  );
}
