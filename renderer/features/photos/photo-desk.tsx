import { PictureOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchPhoto } from '../../../shared/photos/match-photos';
import type { Attachment } from '../../../shared/records/attachment';
import { stopTitle } from '../../../shared/records/stop-title';
import { useImport } from '../../data/photos/use-import';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import { useFocusBack } from '../../ui/use-focus-back';
import { matchBasis, moveEdits, placementOf, rematchEdits } from './arrange';
import { ClockControl } from './clock-control';
import { DeskReport } from './desk-report';
import { ImportBar } from './import-bar';
import { MoveDialog } from './move-dialog';
import { OpenPhoto } from './open-photo';
import { PhotoGroups, type StopPhotos } from './photo-groups';
import './photos-page.css';
import { usePhotoKeys } from './use-photo-keys';

interface PhotoDeskProps {
  readonly view: TourView;
  readonly photos: readonly Attachment[];
}

/** Import, the camera's clock, and all pictures by stop, to be moved by mouse or keyboard. */
export function PhotoDesk({ view, photos }: PhotoDeskProps) {
  const { t } = useTranslation();
  const store = useStore();
  const files = useImport();
  const [team, setTeam] = useState('');
  const [clockOffset, setClockOffset] = useState(0);
  const [moving, setMoving] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { tour } = view;
  const basis = (offset: number) => matchBasis(view, team, offset, store.now());
  const unplaced = t('photos.unplaced');
  const groups = useMemo(() => groupPhotos(view, photos, unplaced), [view, photos, unplaced]);
  const ordered = useMemo(() => groups.flatMap((group) => group.photos), [groups]);
  const ids = useMemo(() => ordered.map(({ id }) => id), [ordered]);
  const startMoving = useCallback(() => setMoving(true), []);
  const keys = usePhotoKeys(ids, setOpen, startMoving);
  useFocusBack(moving || open !== null, () =>
    document.querySelector<HTMLElement>(`[data-photo="${keys.active}"]`),
  );
  const selected = photos.filter(({ id }) => keys.selected.has(id));
  const title = (id: string) => groups.find(({ stop }) => stop === id)?.title ?? unplaced;

  function add(chosen: readonly File[], stop?: string) {
    const now = basis(clockOffset);
    files.start({
      tour: tour.id,
      files: chosen,
      place: (facts) =>
        stop === undefined ? placementOf(facts, now) : { stop, about: '', placed: 'hand', clockOffset },
    });
  }

  function rematch(offset: number) {
    setClockOffset(offset);
    const edits = rematchEdits(photos, basis(offset));
    if (edits.length > 0) void store.save(edits);
    setSaid(t('photos.rematched', { n: edits.length }));
  }

  function move(stop: string, ids: ReadonlySet<string> = keys.selected) {
    const edits = moveEdits(
      photos.filter(({ id }) => ids.has(id)),
      stop,
    );
    if (edits.length > 0) void store.save(edits);
    keys.goOn(ids);
    setMoving(false);
  }

  function candidatesOf(photo: Attachment): readonly string[] {
    const match = matchPhoto(photo, basis(photo.clockOffset));
    return match.kind === 'unsure' ? match.candidates : [match.stop];
  }

  const drop = (event: DragEvent, stop?: string) => {
    const dropped = [...event.dataTransfer.files];
    event.preventDefault();
    event.stopPropagation();
    if (dropped.length > 0) return add(dropped, stop);
    const ids = event.dataTransfer.getData('application/x-xunji-photos').split(' ');
    if (stop !== undefined && ids[0]) move(stop, new Set(ids));
  };

  // The same function for ever: hundreds of pictures are not drawn again at every file that comes in.
  const live = useRef(drop);
  useEffect(() => {
    live.current = drop;
  });
  const dropOn = useCallback((event: DragEvent, stop: string) => live.current(event, stop), []);

  return (
    <main className="page">
      <div
        className="photos-page"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => drop(event)}
      >
        <header className="photos-head">
          <h1>{t('photos.title')}</h1>
          <p className="soft">{t('photos.hint')}</p>
          <ImportBar teams={view.teams} team={team} onTeam={setTeam} onFiles={(chosen) => add(chosen)}>
            <ClockControl photos={photos} offset={clockOffset} onOffset={rematch} />
          </ImportBar>
        </header>
        <DeskReport files={files} title={title} />
        {photos.length > 0 && (
          <div className="photos-tools" role="toolbar" aria-label={t('photos.move')}>
            <output>{keys.selected.size > 0 ? t('photos.selected', { n: keys.selected.size }) : said}</output>
            <Button
              type="primary"
              disabled={keys.selected.size === 0}
              title={t('photos.moveKey')}
              onClick={() => setMoving(true)}
            >
              {t('photos.move')}
            </Button>
            <Button onClick={() => rematch(clockOffset)}>{t('photos.rematch')}</Button>
            <span className="soft photos-keys">{t('photos.keys')}</span>
          </div>
        )}
        {photos.length === 0 && !files.busy ? (
          <EmptyNote icon={<PictureOutlined />} title={t('photos.empty')} hint={t('photos.emptyHint')} />
        ) : (
          <PhotoGroups groups={groups} keys={keys} onDrop={dropOn} onOpen={setOpen} />
        )}
        {moving && (
          <MoveDialog
            view={view}
            first={[...new Set(selected.flatMap(candidatesOf))]}
            count={selected.length}
            onMove={(stop) => move(stop)}
            onClose={() => setMoving(false)}
          />
        )}
        {open !== null && (
          <OpenPhoto
            photos={ordered}
            id={open}
            title={title}
            onOpen={setOpen}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
    </main>
  );
}

/** The tray first, then the stops along the route; a picture whose stop is gone lies in the tray. */
function groupPhotos(view: TourView, photos: readonly Attachment[], unplaced: string): readonly StopPhotos[] {
  const known = new Set(view.stops.map(({ id }) => id));
  const byStop = new Map<string, Attachment[]>();
  for (const photo of photos) {
    const stop = known.has(photo.stop) ? photo.stop : '';
    const there = byStop.get(stop);
    if (there) there.push(photo);
    else byStop.set(stop, [photo]);
  }
  return [
    { stop: '', title: unplaced, photos: byStop.get('') ?? [] },
    ...view.stops.map((stop) => ({
      stop: stop.id,
      title: stopTitle(stop, view.sites.get(stop.site)),
      photos: byStop.get(stop.id) ?? [],
    })),
  ];
}
