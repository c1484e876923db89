import { Alert, Segmented, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../shared/records/checklist';
import { type Fill, FillProvider } from '../../forms/questions/fill-context';
import type { Form } from '../../forms/form';
import { NodeList } from '../../forms/questions/node-list';
import { useFormTree } from '../../forms/use-filled-form';
import { useLanguage, useProblemText } from '../../locales/use-problem-text';
import { useTrialForm } from './use-trial-form';

const languages = ['zh', 'en'] as const;

/** The form as it will be filled, with the real engine, to try its rules out. Nothing of it is saved. */
export function FormPreview({ checklist }: { readonly checklist: Checklist }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const own = useLanguage();
  const [language, setLanguage] = useState<(typeof languages)[number]>(own);
  const trial = useTrialForm(checklist, language);
  return (
    <section className="panel editor-preview" aria-label={t('checklists.preview')}>
      <header className="editor-preview-head">
        <h2>{t('checklists.preview')}</h2>
        <Segmented
          aria-label={t('checklists.previewLanguage')}
          value={language}
          onChange={setLanguage}
          options={languages.map((name) => ({ value: name, label: t(`checklists.languages.${name}`) }))}
        />
      </header>
      {trial.problem && <Alert type="warning" showIcon title={describe(trial.problem)} />}
      {checklist.survey.length === 0 && <p className="soft">{t('checklists.nothingAsked')}</p>}
      {trial.form ? (
        <Trial form={trial.form} />
      ) : (
        !trial.problem && checklist.survey.length > 0 && <Skeleton active={false} />
      )}
    </section>
  );
}

function Trial({ form }: { readonly form: Form }) {
  const { t } = useTranslation();
  const nodes = useFormTree(form);
  const fill = useMemo<Fill>(
    () => ({
      set: (question, value) => form.set(question.key, value),
      settle: () => {},
      addInstance: (repeat) => form.addInstance(repeat.key),
      removeInstance: (repeat, index) => form.removeInstance(repeat, index),
      addFile: () => Promise.resolve(t('checklists.noFiles')),
      issues: null,
    }),
    [form, t],
  );
  if (nodes.length === 0) return <p className="soft">{t('checklists.nothingAsked')}</p>;
  return (
    <div data-form="">
      <FillProvider value={fill}>
        <NodeList nodes={nodes} />
      </FillProvider>
    </div>
  );
}
