import { Alert, Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import { type Settings, settingsSchema } from '../../../shared/protocol/bridge';
import { isClearTextAllowed } from '../../../shared/protocol/server-address';
import { useSettings } from '../../data/use-saving';
import { useProblemText } from '../../locales/use-problem-text';
import { SettingsRow } from './settings-row';

/** The name on every record, and the server's address and key. Saved by the button: half an address is no address. */
export function OfficeSettings({ isJoined }: { readonly isJoined: boolean }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { settings, write } = useSettings();
  const [form, setForm] = useState<Settings>(settings);
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ids = { userName: useId(), serverUrl: useId(), officeKey: useId() };
  const checked = settingsSchema.safeParse({
    ...settings,
    userName: form.userName.trim(),
    serverUrl: form.serverUrl.trim(),
    officeKey: form.officeKey.trim(),
  });
  const addressWrong = checked.success
    ? isClearText(checked.data.serverUrl)
    : checked.error.issues.some((issue) => issue.path[0] === 'serverUrl');

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!checked.success) return;
    const written = await write(checked.data);
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
      <SettingsRow id={ids.userName} label={t('settings.userName')}>
        <Input
          id={ids.userName}
          maxLength={50}
          value={form.userName}
          onChange={(event) => change({ userName: event.target.value })}
        />
      </SettingsRow>
      {!isJoined && (
        <>
          <h2>{t('settings.server')}</h2>
          <SettingsRow
            id={ids.serverUrl}
            label={t('settings.serverUrl')}
            hint={t(addressWrong ? 'settings.serverUrlWrong' : 'settings.serverUrlHint')}
            isWrong={addressWrong}
          >
            <Input
              id={ids.serverUrl}
              inputMode="url"
              status={addressWrong ? 'error' : undefined}
              aria-invalid={addressWrong}
              value={form.serverUrl}
              onChange={(event) => change({ serverUrl: event.target.value })}
            />
          </SettingsRow>
          <SettingsRow id={ids.officeKey} label={t('settings.officeKey')}>
            <Input.Password
              id={ids.officeKey}
              autoComplete="off"
              maxLength={200}
              value={form.officeKey}
              onChange={(event) => change({ officeKey: event.target.value })}
            />
          </SettingsRow>
        </>
      )}
      <div className="settings-foot">
        <Button
          type="primary"
          htmlType="submit"
          disabled={!checked.success || addressWrong || form.userName.trim() === ''}
        >
          {t('settings.save')}
        </Button>
        {saved && <output className="settings-saved">{t('settings.saved')}</output>}
      </div>
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
    </form>
  );
}

function isClearText(serverUrl: string): boolean {
  return serverUrl.startsWith('http:') && !isClearTextAllowed(new URL(serverUrl));
}
