import { Input, type InputRef, Modal } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFocusOnOpen } from '../ui/use-focus-on-open';
import type { RecordKind } from '../../shared/records/record-schemas';
import { useSearch } from '../data/use-search';
import './command-palette.css';
import { HitWords } from './hit-words';
import { KindFilter } from './kind-filter';
import { usePaletteEntries } from './use-palette-entries';

/** Names above the records in which the words were found. */
const mostNames = 6;

interface CommandPaletteProps {
  readonly tour: string | undefined;
  readonly onClose: () => void;
}

/**
 * Ctrl+K: any stop, person, tour or page, and the words of every record, by characters, pinyin or initials. Enter goes to the
 * first; arrows walk the rest.
 */
export function CommandPalette({ tour, onClose }: CommandPaletteProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [only, setOnly] = useState<RecordKind | null>(null);
  const found = useSearch(query, only);
  const named = usePaletteEntries(tour, query);
  // Once something was typed, names stand above and leave room for what was written.
  const entries = only === null ? named.slice(0, found.records.length > 0 ? mostNames : undefined) : [];
  const listed = new Set(entries.map((entry) => entry.to));
  const records = found.records.filter((record) => !listed.has(record.to));
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
    const [first] = [...entries, ...records];
    if (!first || event.nativeEvent.isComposing) return;
    onClose();
    void navigate(first.to);
  }

  return (
    <Modal open footer={null} closable={false} onCancel={onClose} title={t('palette.title')} width={720}>
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
      <KindFilter counts={found.counts} only={only} onChoose={setOnly} />
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
        {records.map((record) => (
          <li key={record.entry.id}>
            <Link to={record.to} className="palette-entry" onClick={onClose} onKeyDown={walk}>
              <span className="palette-kind">{t(`records.kinds.${record.entry.kind}`)}</span>
              <HitWords hit={record} />
              <span className="palette-detail cut">{record.place}</span>
            </Link>
          </li>
        ))}
      </ul>
      {query.trim() !== '' && found.state !== 'ready' && (
        <output className="soft palette-keys">{t(`search.${found.state}`)}</output>
      )}
      {found.more && <p className="soft palette-keys">{t('search.more')}</p>}
      {entries.length === 0 && records.length === 0 && found.state === 'ready' && (
        <p className="soft palette-empty">{t('palette.empty', { query })}</p>
      )}
      <p className="soft palette-keys">{t('palette.keys')}</p>
    </Modal>
  );
}
