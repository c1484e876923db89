import { CopyOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, QRCode } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { digitGroups } from '../../../shared/access/digit-groups';
import type { Problem } from '../../../shared/problems';
import type { BridgeOutput } from '../../../shared/protocol/bridge';
import { useAdmin } from '../../data/admin/admin-session';
import { saveJoinCard } from '../../data/save-join-card';
import { useOffice } from '../../data/use-office';
import { useLanguage, useProblemText } from '../../locales/use-problem-text';
import { FactList } from '../../ui/fact-list';
import { labelTime } from '../../ui/label-time';
import { qrDrawn } from '../../ui/qr-drawn';
import { SavePdfButton } from '../../ui/save-pdf-button';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import type { AccountLine } from './accounts-panel';

interface JoinCardDialogProps {
  readonly account: AccountLine;
  readonly onClose: () => void;
}

/** A card with which one computer of this user joins, shown once: the server keeps no code that could be read again. */
export function JoinCardDialog({ account, onClose }: JoinCardDialogProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const language = useLanguage();
  const { ask } = useAdmin();
  const once = useOneAtATime();
  const { joined } = useOffice();
  const figure = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<BridgeOutput<'admin.makeCard'>>();
  const [copied, setCopied] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function make() {
    const answer = await ask('admin.makeCard', { account: account.id });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setMade(answer.value);
  }

  return (
    <Modal
      open
      centered
      width={640}
      title={t('admin.cardTitle', { name: account.name })}
      onCancel={onClose}
      footer={
        made ? (
          <Button type="primary" onClick={onClose}>
            {t('admin.close')}
          </Button>
        ) : (
          <Button type="primary" onClick={() => once(make)}>
            {t('admin.makeCard')}
          </Button>
        )
      }
    >
      <div className="stack">
        {!made && <p>{t('admin.cardAbout')}</p>}
        {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
        {made && (
          <>
            <Alert type="warning" showIcon title={t('admin.cardOnce')} />
            {made.authorityHash === '' && <Alert type="warning" showIcon title={t('admin.cardHere')} />}
            <div className="admin-card">
              {/* Dark on light in every theme, or cameras do not read it; the line below says the same. */}
              <div aria-hidden="true" ref={figure}>
                <QRCode type="svg" size={200} errorLevel="L" color="#000" bgColor="#fff" value={made.card} />
              </div>
              <FactList
                facts={[
                  [t('office.code'), `${made.code.slice(0, 5)}-${made.code.slice(5)}`],
                  [t('admin.goodUntil'), labelTime(made.expiresAt, language)],
                  [t('office.server'), made.serverUrl],
                  [t('admin.fingerprint'), made.authorityHash && digitGroups(made.authorityHash)],
                ]}
              />
            </div>
            <p className="admin-card-text">{made.card}</p>
            <div className="admin-actions">
              <Button
                icon={<CopyOutlined />}
                onClick={() => void navigator.clipboard.writeText(made.card).then(() => setCopied(true))}
              >
                {t('admin.copyCard')}
              </Button>
              <SavePdfButton
                label={t('office.printCard')}
                save={() =>
                  saveJoinCard({
                    kind: 'office',
                    language,
                    line: made.card,
                    qr: qrDrawn(figure.current),
                    holder: account.name,
                    office: joined?.office ?? '',
                    until: labelTime(made.expiresAt, language),
                  })
                }
              />
              {copied && <output className="admin-good">{t('admin.copied')}</output>}
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}
