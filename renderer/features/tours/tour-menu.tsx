import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tour } from '../../../shared/records/tour';
import { PutAwayDialog } from './put-away-dialog';

/** What is seldom done with a tour. */
export function TourMenu({ tour, stops }: { readonly tour: Tour; readonly stops: number }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{ items: [{ key: 'away', label: t('away.putAway') }], onClick: () => setOpen(true) }}
      >
        <Button
          type="text"
          className="tour-card-menu"
          icon={<MoreOutlined />}
          aria-label={t('away.menu', { title: tour.title || t('plan.untitled') })}
        />
      </Dropdown>
      {open && <PutAwayDialog tour={tour} stops={stops} onClose={() => setOpen(false)} />}
    </>
  );
}
