import { ReloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OfficeList } from '../../data/admin/use-heard';
import { useLanguage, useProblemText } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';

/** Whether a list is fresh: nothing where it is, else why not and of when it is. */
export function ListState({ list }: { readonly list: OfficeList<unknown> }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const language = useLanguage();
  if (!list.problem) return null;
  const reload = (
    <Button icon={<ReloadOutlined />} loading={list.isAsking} onClick={() => void list.reload()}>
      {t('admin.reload')}
    </Button>
  );
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={describe(list.problem)}
      description={list.value === null ? undefined : t('admin.asOf', { at: labelTime(list.at, language) })}
      action={reload}
    />
  );
}
