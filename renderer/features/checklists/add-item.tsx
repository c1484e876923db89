import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OfferedType, offeredTypes } from '../../../shared/checklists/new-row';
import { matchText } from '../../ui/match-text';

/** A new item behind the one at hand, of the type chosen. */
export function AddItem({ onAdd }: { readonly onAdd: (type: OfferedType) => void }) {
  const { t } = useTranslation();
  const [type, setType] = useState<OfferedType>('text');
  return (
    <div className="editor-add">
      <Select
        aria-label={t('checklists.newType')}
        value={type}
        onChange={setType}
        showSearch={{ filterOption: (typed, option) => matchText(option?.label ?? '', typed) }}
        options={offeredTypes.map((name) => ({ value: name, label: t(`checklists.types.${name}`) }))}
      />
      <Button type="primary" icon={<PlusOutlined />} onClick={() => onAdd(type)}>
        {t('checklists.addItem')}
      </Button>
    </div>
  );
}
