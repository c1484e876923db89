import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../shared/records/site';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Stop } from '../../../shared/records/stop';
import { useStore } from '../../data/store-context';
import { useRegisterFound } from '../../data/use-register-found';
import type { TourView } from '../../data/use-tour-view';
import { SitePicker } from '../../ui/site/site-picker';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { HistoryButton } from '../../capture/fields/history-button';

interface SiteDialogProps {
  readonly view: TourView;
  readonly stop: Stop;
  readonly onClose: () => void;
}

/** Which site of the register a stop stands for: one that was added in a hurry, or that turned out to be another. */
export function SiteDialog({ view, stop, onClose }: SiteDialogProps) {
  const { t } = useTranslation();
  const store = useStore();
  const [text, setText] = useState('');
  const [known, setKnown] = useState<Site | null>(null);
  const found = useRegisterFound('site', known ? '' : text);
  const site = view.sites.get(stop.site);
  const name = text.trim();
  const once = useOneAtATime();

  async function take() {
    const { tour } = stop;
    const id = known?.id ?? store.newId();
    const made = known ? [] : [{ kind: 'site' as const, id, tour, values: { name } }];
    const saved = await store.save([...made, { kind: 'stop', id: stop.id, tour, values: { site: id } }]);
    if (saved.ok) onClose();
  }

  return (
    <Modal
      open
      title={t(site ? 'capture.siteTitle' : 'capture.siteTitleNone')}
      okText={t('plan.confirm')}
      cancelText={t('tours.cancel')}
      okButtonProps={{ disabled: name === '' || known?.id === stop.site }}
      onOk={() => once(take)}
      onCancel={onClose}
    >
      <div className="site-dialog" data-record={site?.id}>
        {site && (
          <div className="site-now">
            <p className="soft">{t('capture.siteNow', { name: stopTitle(stop, site) })}</p>
            <HistoryButton kind="site" id={site.id} />
          </div>
        )}
        <SitePicker
          text={text}
          found={found}
          onChange={(next, chosen) => {
            setText(next);
            setKnown(chosen);
          }}
        />
        {known && (
          <p className="soft">
            {[known.enterprise, known.district, known.address].filter(Boolean).join(' · ')}
          </p>
        )}
        {!known && name !== '' && <Alert type="info" showIcon title={t('plan.newSite', { name })} />}
        <p className="soft">{t('capture.siteKeepsRecords')}</p>
      </div>
    </Modal>
  );
}
