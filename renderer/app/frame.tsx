import {
  ClusterOutlined,
  ContactsOutlined,
  OrderedListOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { Alert } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, matchPath, useLocation } from 'react-router';
import { useOffice } from '../data/use-office';
import { useSaving } from '../data/use-saving';
import { useProblemText } from '../locales/use-problem-text';
import { CommandPalette } from './command-palette';
import { ImportProvider } from './import-provider';
import './frame.css';
import { DiskNotice } from './disk-notice';
import { HistoryDialog } from './history-dialog';
import { RemovalNotice } from './removal-notice';
import { SavingMark } from './saving-mark';
import { ShortcutsHelp } from './shortcuts-help';
import { SyncBadge } from './sync-badge';
import { TourNav } from './tour-nav';
import { UndoButtons } from './undo-buttons';
import { UndoLine } from './undo-line';
import { useFocusAfterDialogs } from './use-focus-after-dialogs';
import { useJumpToRecord } from './use-jump-to-record';
import { useTabLeavesLists } from './use-tab-leaves-lists';
import { useTourOfToday } from './use-tour-of-today';

/** The bar that never leaves: where I am, whether it is saved, whether it is sent, and that nothing secret belongs here. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { problem } = useSaving();
  const office = useOffice();
  const tour = matchPath('/tours/:tour/*', useLocation().pathname)?.params.tour;
  const [finding, setFinding] = useState(false);
  const [helping, setHelping] = useState(false);
  useTourOfToday();
  useFocusAfterDialogs();
  useTabLeavesLists();
  useJumpToRecord();

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const finds = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!finds && event.key !== 'F1') return;
      event.preventDefault();
      if (finds) setFinding(true);
      else setHelping(true);
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
        <OfficeLink to="/register" icon={<ContactsOutlined />} words={t('register.title')} />
        <OfficeLink to="/checklists" icon={<OrderedListOutlined />} words={t('checklists.title')} />
        {office.joined?.role === 'administrator' && (
          <OfficeLink to="/admin" icon={<ClusterOutlined />} words={t('admin.title')} />
        )}
        <OfficeLink to="/settings" icon={<SettingOutlined />} words={t('frame.settings')} />
        <button
          type="button"
          className="frame-office"
          aria-label={t('help.title')}
          title={t('help.open')}
          onClick={() => setHelping(true)}
        >
          <QuestionCircleOutlined />
        </button>
      </header>
      <DiskNotice />
      <RemovalNotice />
      {office.joined?.role === 'leader' && <Alert banner type="info" title={t('office.readsOnly')} />}
      {problem && <Alert banner type="error" role="alert" title={describe(problem)} />}
      <ImportProvider>
        <div className="frame-body">{children}</div>
      </ImportProvider>
      <HistoryDialog />
      <UndoLine />
      {helping && <ShortcutsHelp onClose={() => setHelping(false)} />}
      {finding && <CommandPalette tour={tour} onClose={() => setFinding(false)} />}
    </div>
  );
}

interface OfficeLinkProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly words: string;
}

/** What belongs to no tour. Where the pages of one need the room, the icon stands for the words. */
function OfficeLink({ to, icon, words }: OfficeLinkProps) {
  return (
    <NavLink to={to} className="frame-office" aria-label={words} title={words}>
      {icon}
      <span className="frame-office-text">{words}</span>
    </NavLink>
  );
}
