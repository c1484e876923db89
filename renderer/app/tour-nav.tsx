import { DownOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import { useTours } from '../data/use-tours';

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
      <nav className="frame-pages" aria-label={t('frame.navigation')}>
        <NavLink to={`/tours/${current.id}`} end>
          {t('frame.overview')}
        </NavLink>
        <NavLink to={`/tours/${current.id}/plan`}>{t('plan.title')}</NavLink>
        <NavLink to={`/tours/${current.id}/timeline`}>{t('timeline.title')}</NavLink>
        <NavLink to={`/tours/${current.id}/meetings`}>{t('capture.meetings')}</NavLink>
        <NavLink to={`/tours/${current.id}/checks`}>{t('checks.title')}</NavLink>
        <NavLink to={`/tours/${current.id}/scores`}>{t('scores.title')}</NavLink>
        <NavLink to={`/tours/${current.id}/photos`}>{t('frame.photos')}</NavLink>
        <NavLink to={`/tours/${current.id}/minutes`}>{t('frame.minutes')}</NavLink>
      </nav>
    </>
  );
}
