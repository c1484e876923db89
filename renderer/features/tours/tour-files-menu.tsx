import { DownOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Alert, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeItineraryTemplate } from '../../../shared/tables/write-itinerary-template';
import { callBridge } from '../../data/call-bridge';
import { useStartImport } from '../../data/import-context';
import { useProblemText } from '../../locales/use-problem-text';

/** Itineraries to fill in, and the way in for a tour that another Xunji wrote. */
export function TourFilesMenu() {
  const { t } = useTranslation();
  const describe = useProblemText();
  const startImport = useStartImport();
  const [said, setSaid] = useState<{ readonly type: 'success' | 'error'; readonly text: string } | null>(
    null,
  );

  async function saveTemplate(format: 'xlsx' | 'csv') {
    const sheets = writeItineraryTemplate().map((sheet) => ({ ...sheet }));
    const saved = await callBridge('tables.save', {
      name: t('register.templateName', { name: t('tours.itinerary') }),
      sheets: format === 'csv' ? sheets.slice(0, 1) : sheets,
      format,
    });
    if (!saved.ok) setSaid({ type: 'error', text: describe(saved.problem) });
    else if (saved.value.kind === 'written')
      setSaid({ type: 'success', text: t('register.written', { name: saved.value.name }) });
  }

  return (
    <>
      {said && (
        <Alert showIcon type={said.type} title={said.text} closable={{ onClose: () => setSaid(null) }} />
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'file', label: t('tours.importFile') },
            { key: 'xlsx', label: t('tours.templateXlsx') },
            { key: 'csv', label: t('tours.templateCsv') },
          ],
          onClick: ({ key }) => {
            if (key === 'file') startImport('tourFile');
            else void saveTemplate(key === 'csv' ? 'csv' : 'xlsx');
          },
        }}
      >
        <Button size="large" icon={<FolderOpenOutlined />}>
          {t('tours.files')} <DownOutlined />
        </Button>
      </Dropdown>
    </>
  );
}
