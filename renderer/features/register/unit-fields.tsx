import { useTranslation } from 'react-i18next';
import { officeScope } from '../../../shared/records/record-schemas';
import type { Unit } from '../../../shared/records/unit';
import { unitAndBelow } from '../../../shared/tables/unit-tree';
import { useStore } from '../../data/store-context';
import { RecordText } from './record-text';
import { UnitSelect } from './unit-select';

interface UnitFieldsProps {
  readonly unit: Unit;
  readonly units: readonly Unit[];
}

/** Full and short name of a unit and what it belongs to; it cannot belong to what is below it. */
export function UnitFields({ unit, units }: UnitFieldsProps) {
  const { t } = useTranslation();
  const store = useStore();
  const below = unitAndBelow(units, unit.id);
  const text = { kind: 'unit' as const, id: unit.id };
  return (
    <>
      <RecordText {...text} field="name" stored={unit.name} label={t('register.fields.unitName')} />
      <RecordText {...text} field="short" stored={unit.short} label={t('register.fields.short')} />
      <UnitSelect
        label={t('register.fields.parent')}
        value={unit.parent}
        units={units.filter(({ id }) => !below.has(id))}
        onChange={(parent) =>
          void store.save([{ kind: 'unit', id: unit.id, tour: officeScope, values: { parent } }])
        }
      />
    </>
  );
}
