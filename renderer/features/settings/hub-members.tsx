import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubMember } from '../../../shared/protocol/hub-process';
import { useLanguage } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';

interface HubMembersProps {
  readonly members: readonly HubMember[];
  readonly onRevoke: (device: string) => void;
  readonly onAllow: (device: string) => void;
}

/** The computers that have joined, when they came last, and what each still holds. */
export function HubMembers({ members, onRevoke, onAllow }: HubMembersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asked, setAsked] = useState('');
  const others = members.filter(({ isOwner }) => !isOwner);
  return (
    <>
      <h3>{t('hub.members')}</h3>
      {others.length === 0 ? (
        <p className="soft">{t('hub.noMembers')}</p>
      ) : (
        <ul className="hub-list">
          {others.map(({ device, name, lastContact, pending, isRevoked }) => (
            <li key={device}>
              <span className="hub-name">
                <strong className="cut">{name}</strong>
                <span className="soft">
                  {lastContact === ''
                    ? t('hub.never')
                    : t('hub.lastContact', { at: labelTime(lastContact, language) })}
                </span>
              </span>
              <span>
                {isRevoked
                  ? t('hub.revoked')
                  : pending > 0
                    ? t('hub.holds', { n: pending })
                    : lastContact !== '' && t('hub.holdsNothing')}
              </span>
              {isRevoked && (
                <Button aria-label={t('hub.allowName', { name })} onClick={() => onAllow(device)}>
                  {t('hub.allow')}
                </Button>
              )}
              {!isRevoked && (
                <Button
                  danger={asked !== device}
                  aria-label={t(asked === device ? 'hub.keepName' : 'hub.revokeName', { name })}
                  onClick={() => setAsked(asked === device ? '' : device)}
                >
                  {t(asked === device ? 'hub.cancel' : 'hub.revoke')}
                </Button>
              )}
              {!isRevoked && asked === device && (
                <div className="hub-ask" role="alert">
                  <span>{t('hub.revokeAsk', { name })}</span>
                  <Button
                    danger
                    type="primary"
                    onClick={() => {
                      // Let in again, it is not to be asked about at once.
                      setAsked('');
                      onRevoke(device);
                    }}
                  >
                    {t('hub.revokeYes')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
