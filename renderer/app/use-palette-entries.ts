import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { stopTitle } from '../../shared/records/stop-title';
import { useOffice } from '../data/use-office';
import { type TourView, useTourView } from '../data/use-tour-view';
import { useTours } from '../data/use-tours';
import { matchText } from '../ui/match-text';
import { tourPages } from './tour-pages';

export interface PaletteEntry {
  readonly label: string;
  readonly title: string;
  readonly detail: string;
  readonly to: string;
  /** What is searched besides the title: the firm of a stop, the posts of a person. */
  readonly words: string;
}

/** More than fits is no answer: somebody types one more letter. */
const shown = 40;

/** What the palette offers for a query, stops first. Without a tour at hand the newest one is searched. */
export function usePaletteEntries(tour: string | undefined, query: string): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const tours = useTours();
  const isAdministrator = useOffice().joined?.role === 'administrator';
  const view = useTourView(tour ?? tours?.[0]?.id ?? '');
  const all = useMemo(() => {
    const pagesOf = (id: string) => [
      ...tourPages(id, t).map(([to, label]) => page(t('palette.page'), label, to)),
      page(t('palette.page'), t('history.deleted'), `/tours/${id}/deleted`),
    ];
    return [
      ...(view ? stopEntries(view, t('palette.stop')) : []),
      ...(view ? personEntries(view, t('palette.person')) : []),
      ...(tours ?? []).map((entry) => page(t('palette.tour'), entry.title, `/tours/${entry.id}`)),
      ...(view ? pagesOf(view.tour.id) : []),
      page(t('palette.page'), t('tours.title'), '/'),
      page(t('palette.action'), t('tours.import'), '/?import=itinerary'),
      page(t('palette.action'), t('tours.importFile'), '/?import=tourFile'),
      page(t('palette.page'), t('register.title'), '/register'),
      page(t('palette.page'), t('checklists.title'), '/checklists'),
      page(t('palette.page'), t('sync.title'), '/sync'),
      page(t('palette.page'), t('bundles.title'), '/bundles'),
      ...(isAdministrator ? [page(t('palette.page'), t('admin.title'), '/admin')] : []),
      page(t('palette.page'), t('settings.title'), '/settings'),
    ];
  }, [tours, view, isAdministrator, t]);
  return useMemo(
    () => all.filter((entry) => matchText(`${entry.title} ${entry.words}`, query)).slice(0, shown),
    [all, query],
  );
}

function page(label: string, title: string, to: string): PaletteEntry {
  return { label, title, to, detail: '', words: '' };
}

function stopEntries(view: TourView, label: string): readonly PaletteEntry[] {
  const teams = new Map(view.teams.map((team) => [team.id, team.name]));
  return view.stops.map((stop) => {
    const site = view.sites.get(stop.site);
    return {
      label,
      title: stopTitle(stop, site),
      detail: `${teams.get(stop.team) ?? ''} ${site?.enterprise ?? ''}`,
      to: `/tours/${view.tour.id}/stops/${stop.id}`,
      words: `${site?.enterprise ?? ''} ${site?.name ?? ''} ${site?.district ?? ''} ${stop.spot}`,
    };
  });
}

function personEntries(view: TourView, label: string): readonly PaletteEntry[] {
  return [...view.people.values()].map((person) => ({
    label,
    title: person.name,
    detail: person.posts.join(' '),
    to: `/tours/${view.tour.id}?person=${person.id}`,
    words: person.posts.join(' '),
  }));
}
