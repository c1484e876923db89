import { Alert, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { historyRequest } from '../data/history-request';
import { useObservable } from '../data/observable';
import { type RecordHistory, useRecordHistory } from '../data/use-record-history';
import { FieldHistoryList } from './field-history-list';
import './history-dialog.css';
import { useHistoryKey } from './use-history-key';

/** Fields that are set once and say nothing about the work; shown only if they ever had a second value. */
const quiet = new Set(['tour', 'stop', 'sha256', 'size', 'mime', 'author', 'at', 'order', 'occasion']);

/** The history of one record over whatever screen asked for it. */
export function HistoryDialog() {
  const record = useObservable(historyRequest);
  useHistoryKey();
  return record === null ? null : <OpenHistory key={record} record={record} />;
}

function OpenHistory({ record }: { readonly record: string }) {
  const { t } = useTranslation();
  const history = useRecordHistory(record);
  const title = history?.title ? t('undo.quoted', { title: history.title }) : '';
  return (
    <Modal
      open
      footer={null}
      width={760}
      onCancel={() => historyRequest.set(null)}
      title={
        history
          ? t('history.of', { kind: t(`records.kinds.${history.state.kind}`), title })
          : t('history.title')
      }
    >
      {history === null && <p className="soft">{t('history.gone')}</p>}
      {history && <Fields history={history} />}
    </Modal>
  );
}

function Fields({ history }: { readonly history: RecordHistory }) {
  const { t } = useTranslation();
  const fields = history.fields.filter(({ field, values }) => values.length > 1 || !quiet.has(field));
  return (
    <div className="history">
      {history.searching && <output className="soft">{t('history.searching')}</output>}
      {!history.searching && history.missing > 0 && (
        <Alert type="warning" showIcon title={t('history.missing', { n: history.missing })} />
      )}
      {fields.map((field) => (
        <FieldHistoryList key={field.field} history={history} field={field} />
      ))}
    </div>
  );
}
