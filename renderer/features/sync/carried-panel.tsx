import { useTranslation } from 'react-i18next';
import { type BundlesView, useBundles } from '../../data/bundles/use-bundles';
import { useLanguage } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';

type HandedIn = NonNullable<BundlesView['log'][number]['handedIn']>;

const mostShown = 5;

/** What the server said of bundles that this laptop handed in for others; nothing where there was none. */
export function CarriedPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { view } = useBundles();
  const handed = (view?.log ?? []).flatMap((entry) =>
    entry.kind === 'read' && entry.handedIn ? [{ ...entry, handedIn: entry.handedIn }] : [],
  );
  if (!view || handed.length === 0) return null;
  const nameOf = (device = '') =>
    view.devices.find((one) => one.device === device)?.name ?? t('bundles.unknownDevice');
  return (
    <section className="panel sync-section" aria-labelledby="carried-title">
      <h2 id="carried-title">{t('sending.carried.title')}</h2>
      <ul className="sync-carried">
        {handed.slice(0, mostShown).map(({ bundle, devices, at, handedIn }) => (
          <li key={bundle}>
            <span className="soft figures">{labelTime(at, language)}</span>
            <span>{nameOf(devices[0])}</span>
            <span className={handedIn.refused > 0 ? 'sync-carried-refused' : undefined}>
              {words(handedIn)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

  function words({ by, accepted, refused }: HandedIn): string {
    if (by === 'courier') return t('sending.carried.asOwn');
    return refused === 0
      ? t('sending.carried.accepted', { n: accepted })
      : t('sending.carried.partly', { n: accepted, refused });
  }
}
