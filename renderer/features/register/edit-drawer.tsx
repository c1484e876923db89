import { Button, Drawer, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { officeScope } from '../../../shared/records/record-schemas';
import type { RegisterTable } from '../../../shared/tables/table-columns';
import type { Register } from '../../../shared/tables/table-reading';
import { useStore } from '../../data/store-context';
import { useStopsOfSite } from '../../data/use-stops-of-site';
import { kindOfTable } from './kind-of-table';
import { PersonFields } from './person-fields';
import { SiteFields } from './site-fields';
import { UnitFields } from './unit-fields';
import { HistoryButton } from '../../capture/fields/history-button';

interface EditDrawerProps {
  readonly id: string;
  readonly table: RegisterTable;
  readonly register: Register;
  readonly onClose: () => void;
}

/** One record of the register, saved as one types. */
export function EditDrawer({ id, table, register, onClose }: EditDrawerProps) {
  const { t } = useTranslation();
  const store = useStore();
  const site = table === 'sites' && register.sites.find((record) => record.id === id);
  const person = table === 'people' && register.people.find((record) => record.id === id);
  const unit = table === 'units' && register.units.find((record) => record.id === id);
  const record = site || person || unit;
  const stops = useStopsOfSite(id) ?? 0;
  if (!record) return null;
  const below = register.units.filter(({ parent }) => parent === id).length;
  const members = register.people.filter((other) => other.unit === id).length;

  async function remove() {
    const saved = await store.save([
      { kind: kindOfTable[table], id, tour: officeScope, values: { deleted: true } },
    ]);
    if (saved.ok) onClose();
  }

  return (
    <Drawer
      open
      size={520}
      title={record.name || t('register.unnamed')}
      extra={
        <>
          {site && <HistoryButton kind="site" id={id} />}
          {person && <HistoryButton kind="person" id={id} />}
          {unit && <HistoryButton kind="unit" id={id} />}
        </>
      }
      onClose={onClose}
      footer={
        <div className="register-foot">
          <Popconfirm
            title={t('register.removeAsk', { name: record.name })}
            description={
              unit && below + members > 0
                ? t('register.removeUnit', { below, members })
                : stops > 0
                  ? t('register.siteInUse', { n: stops })
                  : t('register.removeSure')
            }
            okButtonProps={{ disabled: stops > 0 }}
            okText={t('register.remove')}
            cancelText={t('register.keep')}
            onConfirm={() => void remove()}
          >
            <Button danger>{t('register.remove')}</Button>
          </Popconfirm>
          <Button type="primary" onClick={onClose}>
            {t('register.close')}
          </Button>
        </div>
      }
    >
      <div className="register-fields" data-record={id}>
        {site && <SiteFields site={site} />}
        {person && <PersonFields person={person} units={register.units} />}
        {unit && <UnitFields unit={unit} units={register.units} />}
      </div>
    </Drawer>
  );
}
