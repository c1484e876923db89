import { PictureOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useCallback, useState } from 'react';
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
import { PhotoGroup } from './photo-group';
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
  const groups = ['', ...view.stops.map(({ id }) => id)];
  const ofGroup = (stop: string) =>
    photos.filter((photo) => (groups.includes(photo.stop) ? photo.stop : '') === stop);
  const ordered = groups.flatMap(ofGroup);
  const startMoving = useCallback(() => setMoving(true), []);
  const keys = usePhotoKeys(
    ordered.map(({ id }) => id),
    setOpen,
    startMoving,
  );
  useFocusBack(moving || open !== null, () =>
    document.querySelector<HTMLElement>(`[data-photo="${keys.active}"]`),
  );
  const selected = photos.filter(({ id }) => keys.selected.has(id));
  const title = (id: string) => {
    const stop = view.stops.find((entry) => entry.id === id);
    return stop ? stopTitle(stop, view.sites.get(stop.site)) : t('photos.unplaced');
  };

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
          <div className="photos-groups">
            {groups.map((stop) => (
              <PhotoGroup
                key={stop}
                title={title(stop)}
                isTray={stop === ''}
                photos={ofGroup(stop)}
                keys={keys}
                onDrop={(event) => drop(event, stop)}
                onOpen={setOpen}
                press={keys.press}
              />
            ))}
          </div>
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
