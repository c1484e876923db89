import { Input, type InputRef, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchText } from '../ui/match-text';
import { useFocusOnOpen } from '../ui/use-focus-on-open';
import { shortcuts } from './shortcuts';
import './shortcuts-help.css';

/** F1: every key that does something, part by part, and found by what it does. */
export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const field = useFocusOnOpen<InputRef>();
  const parts = (Object.keys(shortcuts) as (keyof typeof shortcuts)[]).map((part) => ({
    part,
    found: shortcuts[part].filter(({ keys, does }) =>
      matchText([t(`help.keys.${does}`), ...keys].join(' '), query),
    ),
  }));
  return (
    <Modal open footer={null} width={1080} title={t('help.title')} onCancel={onClose}>
      <Input
        ref={field}
        className="shortcuts-find"
        value={query}
        aria-label={t('help.find')}
        placeholder={t('help.find')}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className="shortcuts">
        {parts
          .filter(({ found }) => found.length > 0)
          .map(({ part, found }) => (
            <section key={part} aria-label={t(`help.parts.${part}`)}>
              <h2>{t(`help.parts.${part}`)}</h2>
              <dl>
                {found.map(({ keys, does }) => (
                  <div key={does}>
                    <dt>
                      {keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dt>
                    <dd>{t(`help.keys.${does}`)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Modal>
  );
}
