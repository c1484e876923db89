import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FoundHub } from '../../../shared/protocol/hub-calls';

interface FoundHubsProps {
  readonly found: readonly FoundHub[];
  readonly onChoose: (serverUrl: string) => void;
}

/** Hubs that announce themselves nearby; choosing one fills in its address and no more. */
export function FoundHubs({ found, onChoose }: FoundHubsProps) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('hub.found')}</h3>
      {found.length === 0 ? (
        <p className="soft">{t('hub.none')}</p>
      ) : (
        <>
          <p className="soft">{t('hub.foundHint')}</p>
          <ul className="hub-list">
            {found.map(({ name, serverUrl }) => (
              <li key={serverUrl}>
                <span className="hub-name">
                  <strong className="cut">{name}</strong>
                  <span className="soft">{serverUrl}</span>
                </span>
                <Button onClick={() => onChoose(serverUrl)}>{t('hub.choose', { name })}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
