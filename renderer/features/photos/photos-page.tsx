import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useTourPhotos } from '../../data/photos/use-tour-photos';
import { useTourView } from '../../data/use-tour-view';
import { TourMissing } from '../../ui/tour-missing';
import { PhotoDesk } from './photo-desk';

/** 照片整理: a whole camera card comes in, and every picture finds its stop. */
export function PhotosPage() {
  const { t } = useTranslation();
  const { tour = '' } = useParams();
  const view = useTourView(tour);
  const photos = useTourPhotos(tour);
  if (view === undefined || photos === undefined)
    return <main className="page soft">{t('overview.loading')}</main>;
  if (!view) return <TourMissing />;
  return <PhotoDesk key={tour} view={view} photos={photos} />;
}
