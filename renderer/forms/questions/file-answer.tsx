import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';
import type { AnswerProps } from './answer-control';
import { useFill, useMarks } from './fill-context';

/** A picture, a recording or any file as an answer: kept by its hash, the answer is the attachment's id. */
export function FileAnswer({ question, labelId }: AnswerProps) {
  const { t } = useTranslation();
  const fill = useFill();
  const { files } = useMarks();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const kept = files.find((one) => one.id === question.value);

  async function add(file: File) {
    setBusy(true);
    setFault(await fill.addFile(question, file));
    setBusy(false);
  }

  return (
    <div className="file-answer">
      {question.value !== '' && (
        <div className="file-kept">
          {kept ? <Shown file={kept} /> : <span className="soft">{t('form.fileElsewhere')}</span>}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('form.fileRemove')}
            title={t('form.fileRemove')}
            onClick={() => fill.set(question, '', 'now')}
          />
        </div>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={question.accept === '*' ? undefined : question.accept}
        aria-labelledby={labelId}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void add(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <Button icon={<PaperClipOutlined />} loading={busy} onClick={() => input.current?.click()}>
        {t(question.value === '' ? 'form.fileAdd' : 'form.fileReplace')}
      </Button>
      {fault !== null && <Alert type="error" showIcon title={fault} />}
    </div>
  );
}

function Shown({ file }: { readonly file: Attachment }) {
  const source = `/files/${file.sha256}`;
  if (file.mime.startsWith('image/')) return <img className="file-picture" src={source} alt={file.name} />;
  if (file.mime.startsWith('audio/')) {
    return (
      <audio controls src={source} aria-label={file.name}>
        <track kind="captions" />
      </audio>
    );
  }
  return <span>{file.name}</span>;
}
