import { ContactsOutlined, OrderedListOutlined, SearchOutlined, SettingOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, matchPath, useLocation } from 'react-router';
import { useSaving } from '../data/use-saving';
import { useProblemText } from '../locales/use-problem-text';
import { CommandPalette } from './command-palette';
import { ImportProvider } from './import-provider';
import './frame.css';
import { DiskNotice } from './disk-notice';
import { HistoryDialog } from './history-dialog';
import { SavingMark } from './saving-mark';
import { SyncBadge } from './sync-badge';
import { TourNav } from './tour-nav';
import { UndoButtons } from './undo-buttons';
import { UndoLine } from './undo-line';
import { useJumpToRecord } from './use-jump-to-record';
import { useTourOfToday } from './use-tour-of-today';

/** The bar that never leaves: where I am, whether it is saved, whether it is sent, and that nothing secret belongs here. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { problem } = useSaving();
  const tour = matchPath('/tours/:tour/*', useLocation().pathname)?.params.tour;
  const [finding, setFinding] = useState(false);
  useTourOfToday();
  useJumpToRecord();

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setFinding(true);
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);

  return (
    <div className="frame">
      <header className="frame-bar">
        <Link to="/" className="frame-name" aria-label={t('frame.home')}>
          {t('frame.name')}
        </Link>
        <TourNav tour={tour} />
        <button type="button" className="frame-find" onClick={() => setFinding(true)}>
          <SearchOutlined />
          <span className="frame-find-text">{t('frame.find')}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <UndoButtons />
        <SavingMark />
        <SyncBadge />
        <span className="frame-mark" title={t('frame.unclassifiedHint')}>
          {t('frame.unclassified')}
        </span>
        <Link to="/register" aria-label={t('register.title')} title={t('register.title')}>
          <Button type="text" icon={<ContactsOutlined />} tabIndex={-1} aria-hidden="true" />
        </Link>
        <Link to="/checklists" aria-label={t('checklists.title')} title={t('checklists.title')}>
          <Button type="text" icon={<OrderedListOutlined />} tabIndex={-1} aria-hidden="true" />
        </Link>
        <Link to="/settings" aria-label={t('frame.settings')} title={t('frame.settings')}>
          <Button type="text" icon={<SettingOutlined />} tabIndex={-1} aria-hidden="true" />
        </Link>
      </header>
      <DiskNotice />
      {problem && <Alert banner type="error" role="alert" title={describe(problem)} />}
      <ImportProvider>
        <div className="frame-body">{children}</div>
      </ImportProvider>
      <HistoryDialog />
      <UndoLine />
      {finding && <CommandPalette tour={tour} onClose={() => setFinding(false)} />}
    </div>
  );
}
