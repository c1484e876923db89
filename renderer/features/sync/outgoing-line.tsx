import {
  ExclamationCircleFilled,
  LaptopOutlined,
  PaperClipOutlined,
  PauseCircleOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOfRecord } from '../../../shared/records/address-of-record';
import type { OutgoingRecord } from '../../data/outgoing/read-outgoing';
import { useRecordLine } from '../../data/outgoing/use-record-line';
import { useStore } from '../../data/store-context';
import { useMayWrite } from '../../data/use-may-write';
import { useOffice } from '../../data/use-office';
import { useFieldName } from '../../locales/use-field-name';
import { useProblemText } from '../../locales/use-problem-text';
import { DiscardDialog } from './discard-dialog';
import type { OutgoingState } from './group-outgoing';

interface OutgoingLineProps {
  readonly record: OutgoingRecord;
  readonly state: OutgoingState;
}

const icons: Readonly<Record<OutgoingState, ReactNode>> = {
  local: <LaptopOutlined aria-hidden="true" />,
  sending: <SwapOutlined aria-hidden="true" />,
  refused: <ExclamationCircleFilled aria-hidden="true" />,
  held: <PauseCircleOutlined aria-hidden="true" />,
  files: <PaperClipOutlined aria-hidden="true" />,
};

/** One record that has not arrived as a whole: what it is, how far it has come, and the way to it. */
export function OutgoingLine({ record, state }: OutgoingLineProps) {
  const { t } = useTranslation();
  const line = useRecordLine(record.record);
  const kind = t(`records.kinds.${record.kind}`);
  const title = line?.title || (line ? kind : '');
  const words = line?.deleted ? t('sending.deleted', { title }) : title;
  const place = { ...record, id: record.record, meeting: line?.meeting ?? '' };
  const left =
    record.changes > 0
      ? t('sending.changes', { n: record.changes })
      : record.files > 0
        ? t('sending.filesOf', { n: record.files })
        : '';
  return (
    <div className={`outgoing-line outgoing-line-${state}`}>
      <span className="outgoing-kind">{kind}</span>
      {line && !line.deleted ? (
        <Link className="cut outgoing-title" to={addressOfRecord(place)} title={words}>
          {words}
        </Link>
      ) : (
        <span className="cut outgoing-title">{words}</span>
      )}
      <span className="soft figures">{left}</span>
      <span className="outgoing-state">
        {icons[state]} {t(`sending.states.${state}`)}
      </span>
      {record.refused && <Refused record={record} title={words} />}
    </div>
  );
}

/** Why the server will not take it, and what can be done: mend it where it stands, offer it again, or take it back. */
function Refused({ record, title }: { readonly record: OutgoingRecord; readonly title: string }) {
  const { t } = useTranslation();
  const store = useStore();
  const describe = useProblemText();
  const [asking, setAsking] = useState(false);
  // What is held goes by the right of whoever is here: without an office there is none, and nobody to send it to.
  const { joined } = useOffice();
  const mayWrite = useMayWrite();
  const maySend = !record.isHeld || (Boolean(joined) && mayWrite);
  const nameOf = useFieldName();
  const { fields } = record.refused?.details ?? {};
  // The server names fields as the code does.
  const named = typeof fields === 'string' && {
    fields: fields
      .split(', ')
      .map((field) => nameOf(field, undefined))
      .join(t('checks.comma')),
  };
  const why = record.refused
    ? describe({ ...record.refused, details: { ...record.refused.details, ...named } })
    : '';
  return (
    <div className="outgoing-refused">
      <p className="outgoing-why" title={why}>
        {why}
      </p>
      {maySend && (
        <Button
          aria-label={t('sending.againThis', { title })}
          onClick={() => void store.sendAgain(record.record)}
        >
          {t('sending.again')}
        </Button>
      )}
      <Button aria-label={t('sending.discardThis', { title })} onClick={() => setAsking(true)}>
        {t('sending.discard')}
      </Button>
      {asking && <DiscardDialog record={record.record} title={title} onClose={() => setAsking(false)} />}
    </div>
  );
}
