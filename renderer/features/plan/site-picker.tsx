import { AutoComplete, type RefSelectProps } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../shared/records/site';
import { useOfKind } from '../../data/use-register';
import { matchText } from '../../ui/match-text';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';
import { useMatches } from '../../ui/use-matches';
import { siteLabel } from './site-label';

interface SitePickerProps {
  readonly text: string;
  readonly chosen: Site | null;
  readonly onChange: (text: string, site: Site | null) => void;
}

/** More than a list shows is no answer: somebody types one more letter. */
const shown = 30;

/** Looking again at this many is done between two frames. */
const looked = 200;

const none: readonly Site[] = [];

/** The register by characters, pinyin or initials; what it does not have becomes a new site. */
export function SitePicker({ text, chosen, onChange }: SitePickerProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useFocusOnOpen<RefSelectProps>();
  const sites = useOfKind('site') ?? none;
  const wanted = chosen ? '' : text.trim();
  const matches = useMatches(sites, wanted, wordsOf);
  const found = wanted === '' ? [] : firstOf(matches, wanted);
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
        onSelect={(_, option: { readonly site: Site }) => onChange(siteLabel(option.site), option.site)}
        options={found.map((site) => ({
          key: site.id,
          value: siteLabel(site),
          site,
          label: (
            <span className="plan-site-line">
              <strong className="cut">{siteLabel(site)}</strong>
              <span className="soft cut">{[site.enterprise, site.district].filter(Boolean).join(' · ')}</span>
            </span>
          ),
        }))}
      />
    </div>
  );
}

/** Thousands of sites are compared in pieces: until that is done, `matches` are still those of fewer letters. */
function firstOf(matches: readonly Site[], wanted: string): readonly Site[] {
  return matches
    .slice(0, looked)
    .filter((site) => matchText(wordsOf(site), wanted))
    .slice(0, shown);
}

function wordsOf({ name, enterprise, project, district }: Site): string {
  return `${project} ${name} ${enterprise} ${district}`;
}
