import { CheckOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Request } from '../../../shared/records/request';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { useFieldProps } from '../fields/field-props';
import { RecordHead } from './record-head';
import { RequestFields } from './request-fields';
import { TextField } from '../fields/text-field';

/** What an enterprise asks for, to be mended in place. */
export function RequestCard({ request, view }: { readonly request: Request; readonly view: TourView }) {
  const { t } = useTranslation();
  const store = useStore();
  const [open, setOpen] = useState(false);
  const field = useFieldProps('request', request, null);
  const details = [request.raisedBy, request.category, request.responsible, request.answer].filter(Boolean);
  return (
    <article className="panel record">
      <RecordHead
        kind="request"
        record={request}
        text={request.text}
        fields={{ open, toggle: () => setOpen(!open) }}
      >
        {request.settled && (
          <span className="severity severity-solved">
            <CheckOutlined /> {t('capture.settled')}
          </span>
        )}
      </RecordHead>
      <TextField {...field('text')} label={t('capture.requestText')} long bare />
      {!open && details.length > 0 && <p className="record-details soft">{details.join(' · ')}</p>}
      {open && (
        <RequestFields
          view={view}
          request={request}
          unborn={null}
          set={(values) => void store.save([{ kind: 'request', id: request.id, tour: request.tour, values }])}
        />
      )}
    </article>
  );
}
