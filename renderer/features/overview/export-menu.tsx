import { DownOutlined, ExportOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { writeItinerary } from '../../../shared/tables/write-itinerary';
import { callBridge } from '../../data/call-bridge';
import { useStore } from '../../data/store-context';
import { useProblemText } from '../../locales/use-problem-text';

interface ExportMenuProps {
  readonly tour: string;
  readonly onSaid: (kind: 'success' | 'warning' | 'error', words: string) => void;
}

/** The tour as a file: all of it for another Xunji, or its itinerary as a table that comes back the same. */
export function ExportMenu({ tour, onSaid }: ExportMenuProps) {
  const { t } = useTranslation();
  const store = useStore();
  const describe = useProblemText();

  async function exportTour() {
    const written = await callBridge('tourFile.export', { tour: await store.readTourFile(tour) });
    if (!written.ok) onSaid('error', describe(written.problem));
    else if (written.value.kind === 'written') {
      const { name, missing } = written.value;
      if (missing === 0) onSaid('success', t('overview.exported', { name }));
      else onSaid('warning', t('overview.exportedWithout', { name, missing }));
    }
  }

  async function exportItinerary(format: 'xlsx' | 'csv') {
    const file = await store.readTourFile(tour);
    const sheets = writeItinerary(file);
    const name = t('overview.itineraryName', { title: file.tour.title });
    const saved = await callBridge('tables.save', {
      name,
      sheets: (format === 'csv' ? sheets.slice(0, 1) : sheets).map((sheet) => ({ ...sheet })),
      format,
    });
    if (!saved.ok) onSaid('error', describe(saved.problem));
    else if (saved.value.kind === 'written')
      onSaid('success', t('register.written', { name: saved.value.name }));
  }

  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: t('overview.itineraryXlsx') },
          { key: 'csv', label: t('overview.itineraryCsv') },
          { key: 'file', label: t('overview.tourFile') },
        ],
        onClick: ({ key }) =>
          void (key === 'file' ? exportTour() : exportItinerary(key === 'csv' ? 'csv' : 'xlsx')),
      }}
    >
      <Button icon={<ExportOutlined />}>
        {t('overview.export')} <DownOutlined />
      </Button>
    </Dropdown>
  );
}
