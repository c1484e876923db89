import { stopTitle } from '../../../shared/records/stop-title';
import type { Stop } from '../../../shared/records/stop';
import type { Outcome } from '../../../shared/outcome';
import { succeed } from '../../../shared/outcome';
import type { CheckFacts } from '../../../shared/tours/ready-checks';
import { isOpenStop, isSilentRoute, lacksNotes } from '../../../shared/tours/stop-gaps';
import { countRefused } from '../../data/count-refused';
import { countUnsent } from '../../data/outbox/count-unsent';
import { callBridge } from '../../data/call-bridge';
import { siteHistory } from '../../data/site-history';
import type { Store } from '../../data/store';
import { unsavedFields } from '../../data/unsaved-fields';
import type { StopCounts } from '../../data/use-stop-counts';
import type { TourView } from '../../data/use-tour-view';
import { isUsable } from './device-tries';

/** Asks the computer, the store and the devices, once; everything by index. */
export async function readCheckFacts(
  store: Store,
  view: TourView,
  counts: ReadonlyMap<string, StopCounts>,
): Promise<Outcome<CheckFacts>> {
  const checked = await callBridge('device.check', {});
  if (!checked.ok) return checked;
  const journal = await callBridge('journal.describe', {});
  if (!journal.ok) return journal;
  const disk = await callBridge('disk.describe', {});
  const office = await callBridge('office.describe', {});
  const { files, records } = store.database;
  const nameOf = (stop: Stop) => stopTitle(stop, view.sites.get(stop.site));
  return succeed({
    ...checked.value,
    freeBytes: disk.ok ? disk.value.freeBytes : null,
    ...(await dossierFacts(store, view)),
    clockBeforeBuild: store.now() < checked.value.builtAt.slice(0, 10),
    journalDamagedBytes: journal.value.damagedBytes,
    stops: view.stops.length,
    camera: await isUsable('camera'),
    microphone: await isUsable('microphone'),
    unsaved: unsavedFields.get(),
    hasServer: office.ok && office.value.joined !== null,
    unsent: await countUnsent(store.database),
    filesToSend: await files.where('state').equals('toSend').count(),
    filesToFetch: await files.where('state').equals('toFetch').count(),
    ...(await countRefused(store.database)),
    conflicts: await records.where('conflicted').equals(1).count(),
    openStops: view.stops.filter(isOpenStop).map(nameOf),
    silentStops: view.stops.filter((stop) => lacksNotes(stop, counts.get(stop.id))).map(nameOf),
    silentTeams: view.teams
      .filter(({ id }) =>
        isSilentRoute(
          view.stops.filter((stop) => stop.team === id),
          counts,
        ),
      )
      .map(({ name }) => name),
  });
}

async function dossierFacts(
  store: Store,
  view: TourView,
): Promise<Pick<CheckFacts, 'stopsWithoutSite' | 'stopsWithoutFacts' | 'lastPhotosMissing'>> {
  const photos = new Set<string>();
  let stopsWithoutFacts = 0;
  for (const stop of view.stops) {
    const site = view.sites.get(stop.site);
    const { visits } = await siteHistory(store, stop);
    if (site && site.facts.length + site.ledger.length + visits.length === 0) stopsWithoutFacts += 1;
    for (const sha256 of visits[0]?.photos ?? []) photos.add(sha256);
  }
  const rows = await store.database.files.bulkGet([...photos]);
  return {
    stopsWithoutSite: view.stops.filter((stop) => !view.sites.has(stop.site)).length,
    stopsWithoutFacts,
    lastPhotosMissing: rows.filter((row) => row?.state === 'toFetch').length,
  };
}
