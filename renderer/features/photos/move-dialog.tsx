import { Modal, type RefSelectProps, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { stopTitle } from '../../../shared/records/stop-title';
import type { TourView } from '../../data/use-tour-view';
import { matchText } from '../../ui/match-text';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';

interface MoveDialogProps {
  readonly view: TourView;
  /** The likeliest stops, to be offered first. */
  readonly first: readonly string[];
  readonly count: number;
  readonly onMove: (stop: string) => void;
  readonly onClose: () => void;
}

/** Asks for a stop by characters, pinyin or initials. */
export function MoveDialog({ view, first, count, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const likely = view.stops.filter(({ id }) => first.includes(id));
  const others = view.stops.filter(({ id }) => !first.includes(id));
  const teams = new Map(view.teams.map((team) => [team.id, team.name]));
  const titleOf = (stop: (typeof others)[number]) => stopTitle(stop, view.sites.get(stop.site));
  const options = [
    ...[...likely, ...others].map((stop) => ({
      value: stop.id,
      label: [teams.get(stop.team), titleOf(stop)].filter(Boolean).join(' · '),
    })),
    { value: '', label: t('photos.toUnplaced') },
  ];
  return (
    <Modal open width={640} title={t('photos.moveTitle')} footer={null} onCancel={onClose}>
      <div className="photos-move">
        <p className="soft">
          {t('photos.selected', { n: count })}
          {likely.length > 0 && ` · ${t('photos.candidates', { names: likely.map(titleOf).join('、') })}`}
        </p>
        <StopSelect options={options} onMove={onMove} />
      </div>
    </Modal>
  );
}

interface StopSelectProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onMove: (stop: string) => void;
}

function StopSelect({ options, onMove }: StopSelectProps) {
  const { t } = useTranslation();
  const field = useFocusOnOpen<RefSelectProps>();
  return (
    <Select
      ref={field}
      defaultOpen
      showSearch={{ filterOption: (typed, option) => matchText(option?.label ?? '', typed) }}
      aria-label={t('photos.moveFind')}
      placeholder={t('photos.moveFind')}
      value={null}
      options={[...options]}
      onChange={(stop: string | null) => stop !== null && onMove(stop)}
    />
  );
}
