import { Alert, Button, Input, type InputRef } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problems';
import { useSettings } from '../data/use-saving';
import { useProblemText } from '../locales/use-problem-text';
import { useFocusOnOpen } from '../ui/use-focus-on-open';
import './first-run.css';

/** Asks who is working here before anything can be recorded: every record carries its author. */
export function FirstRun() {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { change } = useSettings();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = useId();
  const nameField = useFocusOnOpen<InputRef>();

  async function start(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return;
    const written = await change(() => ({ userName: name.trim() }));
    if (!written.ok) setProblem(written.problem);
  }

  return (
    <main className="first-run">
      <form className="first-run-card panel" onSubmit={(event) => void start(event)}>
        <p className="first-run-name">{t('frame.name')}</p>
        <h1>{t('firstRun.title')}</h1>
        <p className="soft">{t('firstRun.text')}</p>
        {problem && <Alert type="error" showIcon title={describe(problem)} />}
        <label htmlFor={field}>{t('firstRun.name')}</label>
        <Input
          id={field}
          size="large"
          maxLength={50}
          value={name}
          ref={nameField}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="primary" size="large" htmlType="submit" disabled={name.trim() === ''}>
          {t('firstRun.start')}
        </Button>
        <p className="soft first-run-mark">{t('settings.unclassified')}</p>
      </form>
    </main>
  );
}
