import { CloudDownloadOutlined, CloudUploadOutlined, FileOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Attachment } from '../../../shared/records/attachment';
import { addressOfRecord } from '../../../shared/records/address-of-record';
import type { FileRow } from '../../data/database';
import { useAttachment } from '../../data/outgoing/use-pending-files';
import { usePlaces } from '../../data/outgoing/use-places';
import { useThumb } from '../../data/photos/use-thumb';
import type { Transfers } from '../../data/use-transfers';
import { useProblemText } from '../../locales/use-problem-text';
import { PhotoImage } from '../../ui/photo/photo-image';
import { writtenSeconds } from '../../ui/written-seconds';
import { writtenSize } from '../../ui/written-size';

const icons = { toSend: <CloudUploadOutlined />, toFetch: <CloudDownloadOutlined />, settled: null } as const;

interface FileLineProps {
  readonly row: FileRow;
  /** While it is on its way. */
  readonly transfer: Transfers['running'][number] | undefined;
}

/** One file: what it shows, where it belongs, how large it is, and on which side it still lacks. */
export function FileLine({ row, transfer }: FileLineProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const attachment = useAttachment(row.record);
  const stop = attachment?.stop ?? '';
  const places = usePlaces([], stop === '' ? [] : [stop]);
  if (attachment === undefined) return null;
  const name = attachment?.caption || attachment?.name || row.sha256.slice(0, 8);
  const size = attachment?.size ?? row.size;
  return (
    <div className="file-line">
      <Picture attachment={attachment} />
      <span className="file-line-words">
        {attachment ? (
          <Link
            className="cut"
            title={name}
            to={addressOfRecord({ ...attachment, kind: 'attachment', meeting: '' })}
          >
            {name}
          </Link>
        ) : (
          <span className="cut">{name}</span>
        )}
        <span className="soft cut" title={row.problem && describe(row.problem)}>
          {row.problem && !transfer ? describe(row.problem) : places?.stops.get(stop)?.title}
        </span>
      </span>
      <span className="soft figures">{size === undefined ? '' : writtenSize(size)}</span>
      <span className="outgoing-state">
        {icons[row.state]}{' '}
        {transfer ? <Progress {...transfer} /> : row.state !== 'settled' && t(`sending.files.${row.state}`)}
      </span>
    </div>
  );
}

function Progress({ done, size, bytesPerSecond, secondsLeft }: NonNullable<FileLineProps['transfer']>) {
  const { t } = useTranslation();
  const percent = size === 0 ? 0 : Math.floor((done / size) * 100);
  const speed = writtenSize(bytesPerSecond);
  return (
    <span className="figures">
      {secondsLeft === null
        ? t('transfers.one', { percent, size: speed })
        : t('transfers.oneWithTime', { percent, size: speed, time: writtenSeconds(secondsLeft) })}
    </span>
  );
}

function Picture({ attachment }: { readonly attachment: Attachment | null }) {
  if (!attachment?.mime.startsWith('image/'))
    return (
      <span className="file-line-picture">
        <FileOutlined aria-hidden="true" />
      </span>
    );
  return <SmallPhoto photo={attachment} />;
}

function SmallPhoto({ photo }: { readonly photo: Attachment }) {
  const thumb = useThumb(photo);
  return (
    <span className="file-line-picture" aria-hidden="true">
      {thumb.state === 'shown' ? <PhotoImage alt="" marked={false} thumb={thumb} /> : <FileOutlined />}
    </span>
  );
}
