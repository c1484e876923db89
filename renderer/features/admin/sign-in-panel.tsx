import { Alert, Button, Input, type InputRef } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import type { JoinedOffice } from '../../../shared/protocol/office-calls';
import { useAdmin } from '../../data/admin/admin-session';
import { useProblemText } from '../../locales/use-problem-text';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';
import { SignInElsewhere } from './sign-in-elsewhere';

/** The laptop by itself only syncs: administration asks who sits before it. */
export function SignInPanel({ joined: { name, login } }: { readonly joined: JoinedOffice }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { signIn } = useAdmin();
  const id = useId();
  const field = useFocusOnOpen<InputRef>();
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const answer = await signIn(password);
    setBusy(false);
    if (answer.ok) return;
    setProblem(answer.problem);
    setPassword('');
    field.current?.focus();
  }

  return (
    <form className="panel admin-sign-in" onSubmit={(event) => void submit(event)}>
      <h2>{t('admin.signInTitle')}</h2>
      <p>{t('admin.signInAs', { name, login })}</p>
      <div className="field">
        <label htmlFor={id}>{t('admin.password')}</label>
        <Input.Password
          id={id}
          ref={field}
          autoComplete="off"
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
      <Button type="primary" htmlType="submit" loading={isBusy} disabled={password === ''}>
        {t('admin.signIn')}
      </Button>
      <SignInElsewhere />
      <p className="soft">{t('admin.signInHint')}</p>
    </form>
  );
}
