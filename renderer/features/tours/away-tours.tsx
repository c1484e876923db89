import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tour } from '../../../shared/records/tour';
import { useStore } from '../../data/store-context';
import { useAwayTours } from '../../data/use-away-tours';

/** The tours that were put away, each to be had again by one button; `here` are those that are on this laptop. */
export function AwayTours({ here }: { readonly here: readonly Tour[] }) {
  const { t } = useTranslation();
  const store = useStore();
  const away = useAwayTours();
  const [asked, setAsked] = useState<readonly { readonly id: string; readonly title: string }[]>([]);
  const coming = asked.filter(({ id }) => !here.some((tour) => tour.id === id));
  if (away.length === 0 && coming.length === 0) return null;
  return (
    <section className="panel tours-away" aria-labelledby="tours-away">
      <h2 id="tours-away">{t('away.list')}</h2>
      <p className="soft">{t('away.listHint')}</p>
      <ul>
        {away.map(({ id, title, date }) => {
          const name = title || t('plan.untitled');
          return (
            <li key={id}>
              <span className="cut" title={name}>
                {name}
              </span>
              <span className="soft">{date || t('tours.undated')}</span>
              <Button
                aria-label={t('away.bringNamed', { title: name })}
                onClick={() => {
                  setAsked([...asked.filter((one) => one.id !== id), { id, title: name }]);
                  void store.bringAgain(id);
                }}
              >
                {t('away.bring')}
              </Button>
            </li>
          );
        })}
      </ul>
      {coming.map(({ id, title }) => (
        <output key={id} className="tours-coming">
          {t('away.coming', { title })}
        </output>
      ))}
    </section>
  );
}
