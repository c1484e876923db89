import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PlaceNames } from '../../data/outgoing/use-places';
import { useStore } from '../../data/store-context';
import type { OutgoingEntry } from './group-outgoing';

interface OutgoingHeadProps {
  readonly entry: Exclude<OutgoingEntry, { readonly kind: 'record' }>;
  readonly names: PlaceNames;
}

/** The line above what belongs to one tour or one stop, with how many there are. */
export function OutgoingHead({ entry, names }: OutgoingHeadProps) {
  const { t } = useTranslation();
  const store = useStore();
  const count = <span className="soft figures">{t('sending.count', { n: entry.n })}</span>;
  switch (entry.kind) {
    case 'refused':
      return (
        <div className="outgoing-tour outgoing-needs">
          <strong>{t('sending.refusedTitle')}</strong>
          {count}
          <Button className="outgoing-all" onClick={() => void store.sendAgain(null)}>
            {t('sending.allAgain')}
          </Button>
        </div>
      );
    case 'held':
      // Nothing is wrong here: it is said as calmly as where a tour begins.
      return (
        <div className="outgoing-tour">
          <strong>{t('sending.heldTitle')}</strong>
          {count}
        </div>
      );
    case 'tour':
      return (
        <div className="outgoing-tour">
          <strong className="cut">
            {entry.tour === '' ? t('register.title') : names.tours.get(entry.tour) || t('plan.untitled')}
          </strong>
          {count}
        </div>
      );
    case 'stop': {
      const stop = names.stops.get(entry.stop);
      const team = names.teams.get(stop?.team ?? '')?.name;
      const words = stop ? [team, stop.title].filter(Boolean).join(' · ') : t('sending.wholeTour');
      return (
        <div className="outgoing-stop">
          {stop ? (
            <Link className="cut" to={`/tours/${entry.tour}/stops/${entry.stop}`}>
              {words}
            </Link>
          ) : (
            <span className="cut">{words}</span>
          )}
          {count}
        </div>
      );
    }
  }
}
