import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { sizeChoices, themeChoices, useAppearance, writeAppearance } from '../../ui/appearance';

/** Language, theme and type size: taken over at once, since seeing is the only way to choose. */
export function DisplaySettings() {
  const { t } = useTranslation();
  const { language, theme, size } = useAppearance();
  return (
    <section className="panel settings-section" aria-label={t('settings.display')}>
      <h2>{t('settings.display')}</h2>
      <div className="settings-row">
        <span>{t('settings.language')}</span>
        <Segmented
          aria-label={t('settings.language')}
          value={language}
          onChange={(value) => writeAppearance({ language: value })}
          options={[
            { value: 'zh' as const, label: t('settings.zh') },
            { value: 'en' as const, label: t('settings.en') },
          ]}
        />
      </div>
      <div className="settings-row">
        <span>{t('settings.theme')}</span>
        <Segmented
          aria-label={t('settings.theme')}
          value={theme}
          onChange={(value) => writeAppearance({ theme: value })}
          options={themeChoices.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        />
      </div>
      <div className="settings-row">
        <span>{t('settings.size')}</span>
        <Segmented
          aria-label={t('settings.size')}
          value={size}
          onChange={(value) => writeAppearance({ size: value })}
          options={sizeChoices.map((value) => ({ value, label: t(`settings.sizes.${value}`) }))}
        />
      </div>
    </section>
  );
}
