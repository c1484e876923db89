import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../data/store-context';
import { RecordMark } from '../attachments/record-mark';
import { type CardKind, useSayRemoved } from '../drafts/use-say-removed';
import { HistoryButton } from '../fields/history-button';
import { RemoveButton } from '../fields/remove-button';

interface RecordHeadProps {
  readonly kind: CardKind;
  readonly record: {
    readonly id: string;
    readonly tour: string;
    readonly author: string;
    readonly at: string;
  };
  /** What a message calls it by once it is deleted. */
  readonly text: string;
  /** Hashes of the files that are evidence of it. */
  readonly files?: readonly string[];
  readonly children?: ReactNode;
  /** Records with more fields than text: whether they show, and the switch. */
  readonly fields?: { readonly open: boolean; toggle(): void };
}

/** The line above a record: what it is, when and by whom, how far it has come, and the way to take it back. */
export function RecordHead({ kind, record, text, files, children, fields }: RecordHeadProps) {
  const { t } = useTranslation();
  const store = useStore();
  const sayRemoved = useSayRemoved();
  async function remove() {
    const { id, tour } = record;
    const saved = await store.save([{ kind, id, tour, values: { deleted: true } }]);
    if (saved.ok) sayRemoved({ kind, id, tour, text });
  }
  return (
    <div className="record-head" data-record={record.id}>
      <span className={`record-kind record-kind-${kind}`}>{t(`stop.${kind}`)}</span>
      {children}
      <span className="record-by soft cut">
        {[record.at.slice(11, 16), record.author].filter(Boolean).join(' ')}
      </span>
      <RecordMark record={record.id} files={files} />
      {fields && (
        <Button
          type="text"
          icon={fields.open ? <UpOutlined /> : <DownOutlined />}
          aria-expanded={fields.open}
          aria-label={fields.open ? t('stop.less') : t('stop.more')}
          title={fields.open ? t('stop.less') : t('stop.more')}
          onClick={() => fields.toggle()}
        />
      )}
      <HistoryButton kind={kind} id={record.id} />
      <RemoveButton onRemove={() => void remove()} />
    </div>
  );
}
