import { Alert, Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { digitGroups } from '../../../shared/access/digit-groups';
import type { Problem } from '../../../shared/problems';
import { type JoinCard, joinCardSchema, readJoinCard } from '../../../shared/protocol/join-card';
import type { OfficeOfLaptop } from '../../data/use-office';
import { useTours } from '../../data/use-tours';
import { useProblemText } from '../../locales/use-problem-text';
import { SettingsRow } from './settings-row';

/** What the form says; the way in is the same for an office and for a team's hub. */
export type JoinWords = Readonly<
  Record<
    'title' | 'hint' | 'card' | 'cardWrong' | 'address' | 'code' | 'join' | 'joining' | 'compare' | 'same',
    string
  >
>;

interface JoinSettingsProps {
  readonly office: Pick<OfficeOfLaptop, 'probe' | 'join'>;
  readonly words: JoinWords;
  /** All tours of this computer go along. */
  readonly handsOver: boolean;
  /** An address that was chosen from a list. */
  readonly chosen?: string;
}

/** Joining an office or a hub: by a card in one go, or by address and code after the fingerprint was compared. */
export function JoinSettings({ office, words, handsOver, chosen = '' }: JoinSettingsProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const tours = useTours()?.length ?? 0;
  const [cardText, setCardText] = useState('');
  const [serverUrl, setServerUrl] = useState(chosen);
  const [code, setCode] = useState('');
  const [toCompare, setToCompare] = useState<JoinCard | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ids = { card: useId(), address: useId(), code: useId() };
  const card = readJoinCard(cardText);
  const isCardWrong = cardText.trim() !== '' && card === null;
  const address = serverUrl.trim();
  const byHand = joinCardSchema.safeParse({
    serverUrl: /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`,
    code,
    authorityHash: '',
  });
  const wanted = card ?? (cardText.trim() === '' && byHand.success ? byHand.data : null);

  async function begin(event: FormEvent) {
    event.preventDefault();
    if (!wanted) return;
    if (card) return join(card);
    setBusy(true);
    const probed = await office.probe(wanted.serverUrl);
    setBusy(false);
    if (!probed.ok) return setProblem(probed.problem);
    setProblem(null);
    const { authorityHash } = probed.value;
    if (authorityHash === '') return join(wanted);
    setToCompare({ ...wanted, authorityHash });
  }

  async function join(with_: JoinCard) {
    setBusy(true);
    const joined = await office.join(with_);
    setBusy(false);
    setToCompare(null);
    setProblem(joined.ok ? null : joined.problem);
  }

  return (
    <form className="panel settings-section" onSubmit={(event) => void begin(event)}>
      <h2>{words.title}</h2>
      <p className="soft">{words.hint}</p>
      {handsOver && tours > 0 && <p>{t('office.handsOver', { n: tours })}</p>}
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
      <SettingsRow
        id={ids.card}
        label={words.card}
        hint={isCardWrong ? words.cardWrong : undefined}
        isWrong={isCardWrong}
      >
        <Input
          id={ids.card}
          autoComplete="off"
          spellCheck={false}
          status={isCardWrong ? 'error' : undefined}
          aria-invalid={isCardWrong}
          value={cardText}
          onChange={(event) => setCardText(event.target.value)}
        />
      </SettingsRow>
      <h3>{t('office.byHand')}</h3>
      <SettingsRow id={ids.address} label={words.address} hint={t('office.addressHint')}>
        <Input
          id={ids.address}
          inputMode="url"
          autoComplete="off"
          disabled={cardText.trim() !== ''}
          value={serverUrl}
          onChange={(event) => setServerUrl(event.target.value)}
        />
      </SettingsRow>
      <SettingsRow id={ids.code} label={words.code} hint={t('office.codeHint')}>
        <Input
          id={ids.code}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          disabled={cardText.trim() !== ''}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </SettingsRow>
      {toCompare ? (
        <div className="settings-foot settings-compare">
          <p>{words.compare}</p>
          <strong>{digitGroups(toCompare.authorityHash)}</strong>
          <div>
            <Button type="primary" loading={isBusy} onClick={() => void join(toCompare)}>
              {words.same}
            </Button>
            <Button onClick={() => setToCompare(null)}>{t('office.cancel')}</Button>
          </div>
        </div>
      ) : (
        <div className="settings-foot">
          <Button type="primary" htmlType="submit" disabled={!wanted || isBusy}>
            {isBusy ? words.joining : words.join}
          </Button>
        </div>
      )}
    </form>
  );
}
