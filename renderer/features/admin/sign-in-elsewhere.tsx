import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import { useAdmin } from '../../data/admin/admin-session';
import { callBridge } from '../../data/call-bridge';
import { useProblemText } from '../../locales/use-problem-text';

/** The way to the office's identity provider, where it has one; nothing where it has none or cannot be asked. */
export function SignInElsewhere() {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { signInElsewhere } = useAdmin();
  const [isOffered, setOffered] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = useRef(0);

  useEffect(() => {
    let isShown = true;
    void callBridge('admin.hasProvider', {}).then(
      (answer) => isShown && setOffered(answer.ok && answer.value.hasProvider),
    );
    return () => void (isShown = false);
  }, []);

  // Whoever goes to another page does not wait any more.
  useEffect(() => (isWaiting ? () => void callBridge('admin.giveUpSignIn', {}) : undefined), [isWaiting]);

  async function go() {
    setProblem(null);
    setWaiting(true);
    const mine = (attempt.current += 1);
    const answer = await signInElsewhere();
    // Given up, and perhaps begun again meanwhile, which must not be ended by this.
    if (mine !== attempt.current) return;
    if (!answer.ok) setProblem(answer.problem);
    setWaiting(false);
  }

  function giveUp() {
    attempt.current += 1;
    setWaiting(false);
  }

  if (!isOffered) return null;
  return (
    <div className="stack">
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
      {isWaiting ? (
        <Alert
          type="info"
          showIcon
          role="alert"
          title={t('admin.inBrowser')}
          description={t('admin.inBrowserHint')}
          action={<Button onClick={giveUp}>{t('office.cancel')}</Button>}
        />
      ) : (
        <Button onClick={() => void go()}>{t('admin.signInElsewhere')}</Button>
      )}
    </div>
  );
}
