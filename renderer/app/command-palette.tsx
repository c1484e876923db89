import { Input, type InputRef, Modal } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFocusOnOpen } from '../ui/use-focus-on-open';
import './command-palette.css';
import { usePaletteEntries } from './use-palette-entries';

interface CommandPaletteProps {
  readonly tour: string | undefined;
  readonly onClose: () => void;
}

/** Ctrl+K: any stop, person, tour or page by characters, pinyin or initials. Enter goes to the first; arrows walk the rest. */
export function CommandPalette({ tour, onClose }: CommandPaletteProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const entries = usePaletteEntries(tour, query);
  const field = useFocusOnOpen<InputRef>();
  const list = useRef<HTMLUListElement>(null);

  function walk(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const next = links.findIndex((link) => link === document.activeElement) + step;
    if (next < 0) field.current?.focus();
    else links[next]?.focus();
  }

  function enter(event: KeyboardEvent) {
    const [first] = entries;
    if (!first || event.nativeEvent.isComposing) return;
    onClose();
    void navigate(first.to);
  }

  return (
    <Modal open footer={null} closable={false} onCancel={onClose} title={t('palette.title')} width={620}>
      <Input
        ref={field}
        size="large"
        aria-label={t('palette.title')}
        placeholder={t('palette.hint')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={walk}
        onPressEnter={enter}
      />
      <ul ref={list} className="palette-list" aria-label={t('palette.results')}>
        {entries.map((entry) => (
          <li key={entry.to}>
            <Link to={entry.to} className="palette-entry" onClick={onClose} onKeyDown={walk}>
              <span className="palette-kind">{entry.label}</span>
              <span className="palette-title cut">{entry.title}</span>
              <span className="palette-detail cut">{entry.detail}</span>
            </Link>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="soft palette-empty">{t('palette.empty', { query })}</p>}
      <p className="soft palette-keys">{t('palette.keys')}</p>
    </Modal>
  );
}
