import { useTranslation } from 'react-i18next';
import { problem } from '../../../shared/problems';
import type { Stop } from '../../../shared/records/stop';
import { stopTitle } from '../../../shared/records/stop-title';
import { type FileImport, useImport } from '../../data/photos/use-import';
import { useTourView } from '../../data/use-tour-view';
import { useProblemText } from '../../locales/use-problem-text';
import type { ImportLine } from '../../ui/photo/import-report';

export interface AddPhotos {
  readonly busy: boolean;
  /** What was not added and why, in sentences. */
  readonly faults: readonly ImportLine[];
  readonly import: FileImport;
  /** `about`: the id of the record that the files are evidence of, or empty. */
  add(files: readonly File[], about: string): void;
}

/** Adds pictures and files to a stop by hand. What the tour has already is named with its stop and not added twice. */
export function useAddPhotos(stop: Stop): AddPhotos {
  const { t } = useTranslation();
  const describe = useProblemText();
  const view = useTourView(stop.tour);
  const files = useImport();
  const { progress } = files;
  const titleOf = (id: string) => {
    const found = view?.stops.find((entry) => entry.id === id);
    return view && found ? stopTitle(found, view.sites.get(found.site)) : t('photos.unplaced');
  };
  const faults: readonly ImportLine[] = [
    ...(progress?.failures ?? []).map((failure) => ({
      kind: 'error' as const,
      text: t('stop.photoFailed', { name: failure.name, fault: describe(failure.problem) }),
    })),
    ...(progress?.unreadable ?? []).map((name) => ({
      kind: 'warning' as const,
      text: describe(problem('photo.unreadable', { name })),
    })),
    ...(progress?.duplicates ?? []).map(({ name, stop }) => ({
      kind: 'info' as const,
      text: t('photos.duplicate', { name, stop: titleOf(stop) }),
    })),
  ];
  return {
    busy: files.busy,
    faults,
    import: files,
    add: (chosen, about) =>
      files.start({
        tour: stop.tour,
        files: chosen,
        place: () => ({ stop: stop.id, about, placed: 'hand', clockOffset: 0 }),
      }),
  };
}
