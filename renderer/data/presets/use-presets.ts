import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readHolidayNotice } from '../../../shared/deadlines/read-holiday-notice';
import { type WorkCalendar, workCalendar } from '../../../shared/deadlines/working-days';
import {
  type Preset,
  type PresetList,
  presetId,
  presetNames,
  yearOfHolidays,
} from '../../../shared/records/preset';
import { rowsOfKind } from '../read-register';
import { useStore } from '../store-context';
import { valuesOfKind } from '../values-of-kind';

/** Everything that the office has preset, by id; undefined until it is read. A handful of records. */
export function usePresets(): ReadonlyMap<string, Preset> | undefined {
  const store = useStore();
  const presets = useLiveQuery(
    async () => valuesOfKind(store, await rowsOfKind(store, 'preset'), 'preset'),
    [store],
  );
  return useMemo(() => presets && new Map(presets.map((preset) => [preset.id, preset])), [presets]);
}

/** The office's own names of a list, else those that Xunji brings. */
export function usePresetNames(list: PresetList, own: readonly string[] = none): readonly string[] {
  const preset = usePresets()?.get(presetId(list));
  return useMemo(() => {
    const names = preset ? presetNames(preset) : none;
    return names.length > 0 ? names : own;
  }, [preset, own]);
}

const none: readonly string[] = [];

/** On which days this office works, as far as its notices of holidays say so; undefined until they are read. */
export function useWorkCalendar(): WorkCalendar | undefined {
  const presets = usePresets();
  return useMemo(
    () =>
      presets &&
      workCalendar(
        [...presets.values()].flatMap(({ id, text }) => {
          const year = yearOfHolidays(id);
          return year === null ? [] : [readHolidayNotice(text, year)];
        }),
      ),
    [presets],
  );
}
