import { DownloadOutlined, FileOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';
import { callBridge } from '../../data/call-bridge';
import { useStore } from '../../data/store-context';
import { useProblemText } from '../../locales/use-problem-text';
import { writtenSize } from '../../ui/written-size';
import { RecordMark } from './record-mark';
import { HistoryButton } from '../fields/history-button';
import { RemoveButton } from '../fields/remove-button';

/** A file that is no picture: its name and size, and the ways to look at it. */
export function FileRow({ file }: { readonly file: Attachment }) {
  const { t } = useTranslation();
  const store = useStore();
  const describe = useProblemText();
  const [said, setSaid] = useState('');
  const { id, tour, sha256, name } = file;

  async function open() {
    const opened = await callBridge('attachments.open', { sha256, name });
    setSaid(opened.ok ? '' : describe(opened.problem));
  }

  async function saveAs() {
    const saved = await callBridge('attachments.saveAs', { sha256, name });
    if (!saved.ok) setSaid(describe(saved.problem));
    else if (saved.value.kind === 'written') setSaid(t('photos.savedAs', { name: saved.value.name }));
  }

  return (
    <li className="panel file-row" data-record={id}>
      <FileOutlined className="file-row-icon" />
      <span className="cut file-row-name" title={name}>
        {name}
      </span>
      <span className="soft figures">{writtenSize(file.size)}</span>
      <RecordMark record={id} files={[sha256]} />
      <Button icon={<FolderOpenOutlined />} onClick={() => void open()}>
        {t('photos.openFile')}
      </Button>
      <Button icon={<DownloadOutlined />} onClick={() => void saveAs()}>
        {t('photos.saveAs')}
      </Button>
      <HistoryButton kind="attachment" id={id} />
      <RemoveButton
        onRemove={() => void store.save([{ kind: 'attachment', id, tour, values: { deleted: true } }])}
      />
      {said !== '' && <output className="file-row-said">{said}</output>}
    </li>
  );
}
