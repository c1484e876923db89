import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { presetId, presetLists } from '../../../shared/records/preset';
import { usePresets } from '../../data/presets/use-presets';
import { useOffice } from '../../data/use-office';
import { HolidaysSection } from './holidays-section';
import { PresetText } from './preset-text';
import './presets-page.css';

/** What the office gives all its computers. Administrators change it, also without a network; everybody else reads it. */
export function PresetsPage() {
  const { t } = useTranslation();
  const { joined } = useOffice();
  const presets = usePresets();
  if (joined === undefined || !presets) return null;
  const isFixed = joined !== null && joined.role !== 'administrator';
  return (
    <main className="page presets">
      <h1>{t('presets.title')}</h1>
      {isFixed ? (
        <Alert type="info" showIcon title={t('presets.onlyAdministrators')} />
      ) : (
        <p className="soft">{t('presets.hint')}</p>
      )}
      <HolidaysSection presets={presets} isFixed={isFixed} />
      {presetLists.map((list) => (
        <PresetText
          key={list}
          id={presetId(list)}
          title={t(`presets.lists.${list}`)}
          label={t('presets.oneToALine', { list: t(`presets.lists.${list}`) })}
          stored={presets.get(presetId(list))?.text ?? ''}
          isFixed={isFixed}
        />
      ))}
    </main>
  );
}
