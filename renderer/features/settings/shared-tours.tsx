import { Alert, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLending } from '../../data/use-lending';
import { useTours } from '../../data/use-tours';

interface SharedToursProps {
  /** The tours that the hub lends, as it says itself. */
  readonly lent: readonly string[];
  /** Resolves when the hub has heard it. */
  readonly onShare: (tours: readonly string[]) => Promise<void>;
}

/** Which tours the hub lends, which it may not, and which are on their way out of it. */
export function SharedTours({ lent, onShare }: SharedToursProps) {
  const { t } = useTranslation();
  const tours = useTours() ?? [];
  const { withheld, held } = useLending();
  /** What was just chosen, until the hub has it. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const shared = chosen ?? lent;
  const titles = new Map(tours.map(({ id, title }) => [id, title || t('hub.untitled')]));
  const going = held.filter((tour) => !shared.includes(tour));
  const isNoneShared = shared.length === 0 && tours.some(({ id }) => !withheld.has(id));

  async function share(wanted: readonly string[]) {
    setChosen(wanted);
    await onShare(wanted);
    setChosen(null);
  }

  return (
    <>
      <h3>{t('hub.tours')}</h3>
      <p className="soft">{t(tours.length > 0 ? 'hub.toursHint' : 'hub.noTours')}</p>
      {isNoneShared && <Alert type="warning" showIcon title={t('hub.toursNone')} />}
      {tours.length > 0 && (
        <div className="hub-tours">
          {tours.map(({ id }) =>
            withheld.has(id) ? (
              <p key={id}>
                {titles.get(id)} <span className="soft">{t('hub.withheld')}</span>
              </p>
            ) : (
              <Checkbox
                key={id}
                checked={shared.includes(id)}
                onChange={({ target }) =>
                  void share(target.checked ? [...shared, id] : shared.filter((tour) => tour !== id))
                }
              >
                {titles.get(id)}
              </Checkbox>
            ),
          )}
        </div>
      )}
      {going.length > 0 && (
        <output>
          {t('hub.going', {
            titles: going.map((tour) => titles.get(tour) ?? t('hub.gone')).join(t('hub.between')),
          })}
        </output>
      )}
    </>
  );
}
