import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { shortcuts } from './shortcuts';
import './shortcuts-help.css';

/** F1: every key that does something, part by part. */
export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const parts = Object.keys(shortcuts) as (keyof typeof shortcuts)[];
  return (
    <Modal open footer={null} width={860} title={t('help.title')} onCancel={onClose}>
      <div className="shortcuts">
        {parts.map((part) => (
          <section key={part} aria-label={t(`help.parts.${part}`)}>
            <h2>{t(`help.parts.${part}`)}</h2>
            <dl>
              {shortcuts[part].map(({ keys, does }) => (
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
