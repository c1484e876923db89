import { Input, type InputRef, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { officeScope } from '../../../shared/records/record-schemas';
import type { RegisterTable } from '../../../shared/tables/table-columns';
import type { Register } from '../../../shared/tables/table-reading';
import { useStore } from '../../data/store-context';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { kindOfTable } from './kind-of-table';

interface AddDialogProps {
  readonly table: RegisterTable;
  readonly register: Register;
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
}

/** A name is all that a new record needs; the rest is filled in afterwards. */
export function AddDialog({ table, register, onAdded, onClose }: AddDialogProps) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  const once = useOneAtATime();
  const field = useFocusOnOpen<InputRef>();
  const [name, setName] = useState('');

  async function add() {
    if (name.trim() === '') return;
    const record = store.newId();
    const ranked = table === 'sites' ? [] : register[table];
    const rank = ranked.reduce((last, other) => Math.max(last, other.rank), 0) + 1;
    const values: Readonly<Record<string, string | number>> =
      table === 'sites' ? { name: name.trim() } : { name: name.trim(), rank };
    const saved = await store.save([{ kind: kindOfTable[table], id: record, tour: officeScope, values }]);
    if (saved.ok) onAdded(record);
  }

  return (
    <Modal
      open
      centered
      title={t(`register.add.${table}`)}
      okText={t('register.addOk')}
      cancelText={t('import.cancel')}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={() => once(add)}
      onCancel={onClose}
    >
      <div className="field">
        <label htmlFor={id}>
          {t(table === 'people' ? 'register.fields.personName' : 'register.fields.name')}
        </label>
        <Input
          id={id}
          ref={field}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && once(add)}
        />
      </div>
    </Modal>
  );
}
