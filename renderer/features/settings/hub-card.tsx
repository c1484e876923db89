import { Alert, Button, Input, QRCode } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import type { HubOfLaptop } from '../../data/use-hub';
import { useProblemText } from '../../locales/use-problem-text';

/** A card for one colleague: to be sent as text, scanned, or read out as a code. */
export function HubCard({ hub }: { readonly hub: HubOfLaptop }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const id = useId();
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
          <QRCode
            aria-label={t('hub.qr')}
            value={made.card}
            size={168}
            color="#000000"
            bgColor="#ffffff"
            errorLevel="L"
          />
          <div className="hub-card-words">
            <label htmlFor={id}>{t('hub.cardText')}</label>
            <Input id={id} readOnly value={made.card} onFocus={({ target }) => target.select()} />
            <p>
              {t('hub.code')} <strong className="hub-code">{spaced(made.code)}</strong>
            </p>
            <Button onClick={() => void navigator.clipboard.writeText(made.card).then(() => setCopied(true))}>
              {t(isCopied ? 'hub.copied' : 'hub.copy')}
            </Button>
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
