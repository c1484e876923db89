import { AutoComplete, type RefSelectProps } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../shared/records/site';
import { useFocusOnOpen } from '../use-focus-on-open';
import { siteLabel } from './site-label';
import './site-picker.css';

interface SitePickerProps {
  readonly text: string;
  /** What the register has for the text. */
  readonly found: readonly Site[];
  readonly onChange: (text: string, site: Site | null) => void;
  /** Enter with nothing left to choose from. */
  readonly onDone?: () => void;
}

/** The register by characters, pinyin or initials; what it does not have becomes a new site. */
export function SitePicker({ text, found, onChange, onDone }: SitePickerProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useFocusOnOpen<RefSelectProps>();
  return (
    <div className="field field-wide">
      <label htmlFor={id}>{t('plan.site')}</label>
      <AutoComplete
        id={id}
        ref={field}
        defaultActiveFirstOption
        placeholder={t('plan.siteHint')}
        value={text}
        onChange={(next: string) => onChange(next, null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && found.length === 0) onDone?.();
        }}
        onSelect={(_, option: { readonly site: Site }) => onChange(siteLabel(option.site), option.site)}
        options={found.map((site) => ({
          key: site.id,
          value: siteLabel(site),
          site,
          label: (
            <span className="site-line">
              <strong className="cut">{siteLabel(site)}</strong>
              <span className="soft cut">{[site.enterprise, site.district].filter(Boolean).join(' · ')}</span>
            </span>
          ),
        }))}
      />
    </div>
  );
}
