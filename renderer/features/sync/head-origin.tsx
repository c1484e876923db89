import { useTranslation } from 'react-i18next';
import type { Head } from '../../../shared/changes/record-state';
import { useStore } from '../../data/store-context';
import { useLanguage } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';

interface HeadOriginProps {
  readonly head: Head;
  readonly isShown?: boolean;
}

/** Who set a value, when by the clock of their laptop, and on which one. */
export function HeadOrigin({ head, isShown = false }: HeadOriginProps) {
  const { t } = useTranslation();
  const store = useStore();
  const language = useLanguage();
  const device =
    head.device === store.device
      ? t('sync.thisDevice')
      : t('sync.otherDevice', { device: head.device.slice(-6) });
  return (
    <p className="soft conflict-from">
      {t('sync.from', { author: head.author, at: labelTime(head.at, language) })} · {device}
      {isShown && <span className="conflict-mark">{t('conflicts.shown')}</span>}
    </p>
  );
}
