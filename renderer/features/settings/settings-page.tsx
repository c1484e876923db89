import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FactList } from '../../ui/fact-list';
import { DisplaySettings } from './display-settings';
import './settings-page.css';
import { useOffice } from '../../data/use-office';
import { JoinSettings } from './join-settings';
import { HubSettings } from './hub-settings';
import { joinWords } from './join-words';
import { JoinedOfficeSettings } from './joined-office';
import { PersonSettings } from './person-settings';
import { SwitchOffice } from './switch-office';
import { TransferSettings } from './transfer-settings';

interface SettingsPageProps {
  /** What this runs as, for the about box. */
  readonly about: { readonly version: string; readonly engine: string; readonly device: string };
}

/** Who works here, with which server, and how the window looks. */
export function SettingsPage({ about }: SettingsPageProps) {
  const { t } = useTranslation();
  const office = useOffice();
  return (
    <main className="page settings">
      <h1>{t('settings.title')}</h1>
      <PersonSettings />
      {office.joined && <JoinedOfficeSettings joined={office.joined} office={office} />}
      {office.joined === null && office.waiting === null && (
        <JoinSettings office={office} words={joinWords(t)} handsOver={office.dataOf === null} />
      )}
      {office.joined === null && office.waiting !== null && (
        <SwitchOffice office={office} waiting={office.waiting} dataOf={office.dataOf ?? ''} />
      )}
      <section className="panel settings-section">
        <h2>{t('presets.title')}</h2>
        <Link to="/presets">{t('presets.open')}</Link>
      </section>
      <HubSettings />
      <TransferSettings />
      <DisplaySettings />
      <section className="panel settings-section">
        <h2>{t('settings.about')}</h2>
        <FactList
          facts={[
            [t('settings.version'), about.version],
            [t('settings.engine'), about.engine],
            [t('settings.device'), about.device],
            [t('settings.mark'), t('settings.unclassified')],
          ]}
        />
      </section>
    </main>
  );
}
