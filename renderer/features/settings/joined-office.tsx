import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import type { JoinedOffice } from '../../../shared/protocol/office-calls';
import type { OfficeOfLaptop } from '../../data/use-office';
import { useProblemText } from '../../locales/use-problem-text';
import { FactList } from '../../ui/fact-list';

interface JoinedOfficeSettingsProps {
  readonly joined: JoinedOffice;
  readonly office: OfficeOfLaptop;
}

/** The office that this laptop belongs to; leaving it asks once more. */
export function JoinedOfficeSettings({ joined, office }: JoinedOfficeSettingsProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = joined.office === '' ? t('office.unnamed') : joined.office;
  const role = t(`office.roles.${joined.role}`);

  async function leave() {
    const left = await office.leave();
    setProblem(left.ok ? null : left.problem);
  }

  return (
    <section className="panel settings-section" aria-label={t('settings.server')}>
      <h2>{t('settings.server')}</h2>
      <FactList
        facts={[
          [t('office.office'), name],
          [t('office.account'), t('office.accountValue', { name: joined.name, login: joined.login, role })],
          [t('office.server'), joined.serverUrl],
        ]}
      />
      {isAsked && <Alert type="warning" showIcon title={t('office.leaveAsk', { office: name })} />}
      <div className="settings-actions">
        {isAsked && (
          <Button danger type="primary" onClick={() => void leave()}>
            {t('office.leaveYes')}
          </Button>
        )}
        <Button onClick={() => setAsked(!isAsked)}>{t(isAsked ? 'office.cancel' : 'office.leave')}</Button>
      </div>
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
    </section>
  );
}
