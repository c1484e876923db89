import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problems';
import { useProblemText } from '../locales/use-problem-text';
import { EmptyNote } from '../ui/empty-note';
import { Look } from './look';

/** What stands in the window when the data could not be opened. */
export function StartFailed({ problem }: { readonly problem: Problem }) {
  return (
    <Look>
      <Reason problem={problem} />
    </Look>
  );
}

function Reason({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  return (
    <main className="page" role="alert">
      <EmptyNote
        icon={<WarningOutlined />}
        title={t('trouble.startTitle')}
        hint={
          <>
            <p>{describe(problem)}</p>
            <p>{t('trouble.startText')}</p>
          </>
        }
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t('trouble.reload')}
          </Button>
        }
      />
    </main>
  );
}
