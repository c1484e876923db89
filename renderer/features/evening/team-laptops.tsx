import { LaptopOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Trace } from '../../data/evening/read-evening';
import { useStore } from '../../data/store-context';
import { useLanguage } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';
import { listLaptops } from './list-laptops';

interface TeamLaptopsProps {
  readonly traces: readonly Trace[];
  readonly route: readonly { readonly id: string }[];
}

/** Of which laptops something has arrived for this team, and how new it is. Of those that never handed in nothing is known here. */
export function TeamLaptops({ traces, route }: TeamLaptopsProps) {
  const { t } = useTranslation();
  const store = useStore();
  const language = useLanguage();
  const laptops = listLaptops(traces, new Set(route.map(({ id }) => id)));
  if (laptops.length === 0) return null;
  return (
    <div className="evening-laptops">
      <h3>{t('evening.laptops')}</h3>
      <ul>
        {laptops.map(({ device, author, at, stops }) => (
          <li key={device}>
            <LaptopOutlined aria-hidden="true" />
            <span className="cut">
              {device === store.device
                ? t('evening.thisLaptop', { author })
                : t('evening.laptop', { author, device: device.slice(-6) })}
            </span>
            <span className="soft">
              {t('evening.stops', { n: stops })} · {t('evening.lastEdit', { at: labelTime(at, language) })}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft evening-note">{t('evening.laptopsHint')}</p>
    </div>
  );
}
