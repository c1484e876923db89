import { Alert, Button, Input, QRCode } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import type { HubOfLaptop } from '../../data/use-hub';
import { saveJoinCard } from '../../data/save-join-card';
import { useLanguage, useProblemText } from '../../locales/use-problem-text';
import { qrDrawn } from '../../ui/qr-drawn';
import { SavePdfButton } from '../../ui/save-pdf-button';

/** A card for one colleague: to be sent as text, scanned, or read out as a code. */
export function HubCard({ hub }: { readonly hub: HubOfLaptop }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const language = useLanguage();
  const id = useId();
  const figure = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<{ readonly card: string; readonly code: string } | null>(null);
  const [isCopied, setCopied] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function make() {
    const card = await hub.card();
    setMade(card.ok ? card.value : null);
    setProblem(card.ok ? null : card.problem);
    setCopied(false);
  }

  return (
    <>
      <div className="settings-actions">
        <Button onClick={() => void make()}>{t('hub.card')}</Button>
      </div>
      <p className="soft">{t('hub.cardHint')}</p>
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
      {made && (
        <div className="hub-card">
          {/* Black on white in every theme: a telephone must be able to read it. */}
          <div ref={figure}>
            <QRCode
              aria-label={t('hub.qr')}
              type="svg"
              value={made.card}
              size={168}
              color="#000000"
              bgColor="#ffffff"
              errorLevel="L"
            />
          </div>
          <div className="hub-card-words">
            <label htmlFor={id}>{t('hub.cardText')}</label>
            <Input id={id} readOnly value={made.card} onFocus={({ target }) => target.select()} />
            <p>
              {t('hub.code')} <strong className="hub-code">{spaced(made.code)}</strong>
            </p>
            <div className="settings-actions">
              <Button
                onClick={() => void navigator.clipboard.writeText(made.card).then(() => setCopied(true))}
              >
                {t(isCopied ? 'hub.copied' : 'hub.copy')}
              </Button>
              <SavePdfButton
                label={t('office.printCard')}
                save={() =>
                  saveJoinCard({
                    kind: 'hub',
                    language,
                    line: made.card,
                    qr: qrDrawn(figure.current),
                    holder: '',
                    office: '',
                    until: '',
                  })
                }
              />
            </div>
          </div>
        </div>
      )}
    </>
  );
}

/** Ten characters are read out in two halves. */
function spaced(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
