import { useTranslation } from 'react-i18next';
import { openItemsLimit } from '../../../shared/protocol/open-items';
import { useOpenItemsCut } from '../../data/open-items/use-open-items-cut';

/** Where others left more open than is shown: nobody may take what stands here for all of it. */
export function OpenItemsCut() {
  const { t } = useTranslation();
  const isCut = useOpenItemsCut();
  if (!isCut) return null;
  return <p className="dossier-cut">{t('stop.ofOthersCut', { n: openItemsLimit })}</p>;
}
