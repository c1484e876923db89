import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Head } from '../../../shared/changes/record-state';
import { HeadOrigin } from './head-origin';

interface HeadPanelProps {
  readonly head: Head;
  /** It is what people see as long as nobody has decided. */
  readonly isShown: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One of the values, who set it, where and when. */
export function HeadPanel({ head, isShown, onChoose, children }: HeadPanelProps) {
  const { t } = useTranslation();
  return (
    <div className={`conflict-value${isShown ? ' conflict-value-shown' : ''}`}>
      <p className="conflict-text">{children}</p>
      <HeadOrigin head={head} isShown={isShown} />
      <Button aria-label={t('sync.useThis', { author: head.author })} onClick={onChoose}>
        {t('sync.use')}
      </Button>
    </div>
  );
}
