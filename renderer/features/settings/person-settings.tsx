import { Alert, Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import { type Settings, settingsSchema } from '../../../shared/protocol/bridge';
import { useSettings } from '../../data/use-saving';
import { useProblemText } from '../../locales/use-problem-text';
import { SettingsRow } from './settings-row';

/** The name on every record. */
export function PersonSettings() {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { settings, change: keep } = useSettings();
  const [form, setForm] = useState<Settings>(settings);
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const id = useId();
  const checked = settingsSchema.safeParse({
    ...settings,
    userName: form.userName.trim(),
  });

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!checked.success) return;
    const written = await keep(() => ({ userName: checked.data.userName }));
    setSaved(written.ok);
    setProblem(written.ok ? null : written.problem);
  }

  function change(values: Partial<Settings>) {
    setSaved(false);
    setForm({ ...form, ...values });
  }

  return (
    <form className="panel settings-section" onSubmit={(event) => void save(event)}>
      <h2>{t('settings.person')}</h2>
      <SettingsRow id={id} label={t('settings.userName')}>
        <Input
          id={id}
          maxLength={50}
          value={form.userName}
          onChange={(event) => change({ userName: event.target.value })}
        />
      </SettingsRow>
      <div className="settings-foot">
        <Button type="primary" htmlType="submit" disabled={!checked.success || form.userName.trim() === ''}>
          {t('settings.save')}
        </Button>
        {saved && <output className="settings-saved">{t('settings.saved')}</output>}
      </div>
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
    </form>
  );
}
