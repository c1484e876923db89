import { Alert, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readHolidayNotice } from '../../../shared/deadlines/read-holiday-notice';
import { type Preset, holidaysId } from '../../../shared/records/preset';
import { useStore } from '../../data/store-context';
import { FactList } from '../../ui/fact-list';
import { PresetText } from './preset-text';

interface HolidaysSectionProps {
  readonly presets: ReadonlyMap<string, Preset>;
  readonly isFixed: boolean;
}

/** The notices of holidays as they were published, and beside each what was understood of it. */
export function HolidaysSection({ presets, isFixed }: HolidaysSectionProps) {
  const { t } = useTranslation();
  const { now } = useStore();
  const thisYear = Number(now().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const stored = presets.get(holidaysId(year))?.text ?? '';
  const { off, work, unread } = readHolidayNotice(stored, year);
  return (
    <PresetText
      id={holidaysId(year)}
      title={t('presets.holidays')}
      hint={t('presets.holidaysHint')}
      label={t('presets.notice', { year })}
      stored={stored}
      isFixed={isFixed}
      before={
        <Segmented
          aria-label={t('presets.year')}
          value={year}
          options={[thisYear - 1, thisYear, thisYear + 1]}
          onChange={setYear}
        />
      }
    >
      {off.length === 0 ? (
        <p className="soft">{t('presets.noNotice', { year })}</p>
      ) : (
        <FactList
          facts={[
            [t('presets.off', { n: off.length }), days(off)],
            [t('presets.work', { n: work.length }), work.length === 0 ? t('presets.none') : days(work)],
          ]}
        />
      )}
      {unread.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('presets.unread', { sentences: unread.map((one) => `“${one}”`).join(' ') })}
        />
      )}
    </PresetText>
  );
}

/** Short enough to be compared with the notice at a glance. */
function days(all: readonly string[]): string {
  return all.map((day) => day.slice(5)).join('  ');
}
