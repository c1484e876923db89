import { DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useTours } from '../data/use-tours';
import { PageLinks } from './page-links';

/** The tour at hand, the way to the others, and its pages. */
export function TourNav({ tour }: { readonly tour: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tours = useTours() ?? [];
  const current = tours.find((entry) => entry.id === tour);
  if (!current) return <span className="frame-tour" />;
  return (
    <>
      <div className="frame-tour">
        <Dropdown
          trigger={['click']}
          menu={{
            items: tours.map((entry) => ({ key: entry.id, label: entry.title || t('plan.untitled') })),
            selectedKeys: [current.id],
            onClick: ({ key }) => void navigate(`/tours/${key}`),
          }}
        >
          <button type="button" className="frame-switch" title={`${t('frame.openTour')}: ${current.title}`}>
            <span className="cut">{current.title || t('plan.untitled')}</span> <DownOutlined />
          </button>
        </Dropdown>
      </div>
      <PageLinks tour={current.id} />
    </>
  );
}
