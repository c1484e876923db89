import { useTranslation } from 'react-i18next';
import type { OpenItem } from '../../../shared/protocol/open-items';

/** What another tour or team left open here: where it is from, and that it cannot be mended on this computer, are said beside it. */
export function ItemOfOthers({ item }: { readonly item: OpenItem }) {
  const { t } = useTranslation();
  const { kind, severity, text, more, date, title } = item;
  const tour = [date, title || t('plan.untitled')].filter((part) => part !== '').join(' ');
  return (
    <li>
      {kind !== 'issue' && <strong>{t(`records.kinds.${kind}`)} </strong>}
      {severity !== '' && (
        <span className={`severity severity-${severity}`}>{t(`stop.${severity}`)}</span>
      )}{' '}
      {text} {more.length > 0 && <span className="soft">{more.join(' · ')}</span>}
      <span className="dossier-source">
        <span>{tour}</span> <span className="dossier-read-only">{t('stop.ofOthers')}</span>
      </span>
    </li>
  );
}
