import { useTranslation } from 'react-i18next';
import { noRecords } from '../../data/use-stop-records';
import { useTourRecords } from '../../data/use-tour-records';
import type { TourView } from '../../data/use-tour-view';
import { CaptureRecords } from '../../capture/composer/capture-records';
import { placeOfTour } from '../../capture/drafts/place-of';
import { useDraft } from '../../capture/drafts/use-draft';
import { useKindKeys } from '../../capture/drafts/use-kind-keys';

/** What is said of the whole visit, and its figures: at no stop and at no meeting. */
export function TourRecords({ view }: { readonly view: TourView }) {
  const { t } = useTranslation();
  const records = useTourRecords(view) ?? noRecords;
  const draft = useDraft(placeOfTour(view.tour), records);
  useKindKeys(draft);
  return (
    <div className="meeting">
      <header className="meeting-head">
        <h1 className="cut">{t('capture.occasions.tour')}</h1>
      </header>
      <p className="soft">{t('capture.wholeHint')}</p>
      <CaptureRecords
        view={view}
        draft={draft}
        records={records}
        photos={null}
        empty={{ title: t('capture.wholeEmpty'), hint: t('capture.wholeKeys') }}
      />
    </div>
  );
}
