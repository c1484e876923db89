import { Input, Modal } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import './command-palette.css';
import { usePaletteEntries } from './use-palette-entries';

interface CommandPaletteProps {
  readonly tour: string | undefined;
  readonly onClose: () => void;
}

/** Ctrl+K: any stop, person, tour or page by characters, pinyin or initials. */
export function CommandPalette({ tour, onClose }: CommandPaletteProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const entries = usePaletteEntries(tour, query);
  const list = useId();

  function go(index: number) {
    const entry = entries[index];
    if (!entry) return;
    onClose();
    void navigate(entry.to);
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(entries.length - 1, marked + step));
      setMarked(next);
      document.querySelector(`#${CSS.escape(`${list}-${next}`)}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') go(marked);
  }

  return (
    <Modal open footer={null} closable={false} onCancel={onClose} title={t('palette.title')} width={620}>
      <Input
        autoFocus
        size="large"
        role="combobox"
        aria-label={t('palette.title')}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={`${list}-${marked}`}
        placeholder={t('palette.hint')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setMarked(0);
        }}
        onKeyDown={press}
      />
      <ul className="palette-list" role="listbox" id={list} aria-label={t('palette.results')}>
        {entries.map((entry, index) => (
          <li
            key={entry.to}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === marked}
            className="palette-entry"
            onMouseEnter={() => setMarked(index)}
            onClick={() => go(index)}
            onKeyDown={press}
          >
            <span className="palette-kind">{entry.label}</span>
            <span className="palette-title cut">{entry.title}</span>
            <span className="palette-detail cut">{entry.detail}</span>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="soft palette-empty">{t('palette.empty', { query })}</p>}
      <p className="soft palette-keys">{t('palette.keys')}</p>
    </Modal>
  );
}
