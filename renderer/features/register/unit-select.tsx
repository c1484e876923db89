import { Select } from 'antd';
import { useId } from 'react';
import type { Unit } from '../../../shared/records/unit';
import { createUnitFinder } from '../../../shared/tables/unit-finder';
import { matchText } from '../../ui/match-text';

interface UnitSelectProps {
  readonly label: string;
  readonly value: string;
  readonly units: readonly Unit[];
  readonly onChange: (unit: string) => void;
}

/** A unit by characters, pinyin or initials. */
export function UnitSelect({ label, value, units, onChange }: UnitSelectProps) {
  const id = useId();
  const finder = createUnitFinder(units);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        allowClear
        showSearch={{ filterOption: (query, option) => matchText(option?.words ?? '', query) }}
        value={value || undefined}
        options={units.map((unit) => ({
          value: unit.id,
          label: finder.label(unit.id),
          words: `${unit.name} ${unit.short}`,
        }))}
        onChange={(next?: string) => onChange(next ?? '')}
      />
    </div>
  );
}
