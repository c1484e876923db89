import { ClockCircleOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentOf } from '../../../shared/photos/moment-of';
import type { Attachment } from '../../../shared/records/attachment';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';
import { writtenSeconds } from '../../ui/written-seconds';

interface ClockControlProps {
  readonly photos: readonly Attachment[];
  /** Seconds that are added to the camera's clock. */
  readonly offset: number;
  readonly onOffset: (seconds: number) => void;
}

/** One picture whose true time is known corrects the clock of the camera for all. */
export function ClockControl({ photos, offset, onOffset }: ClockControlProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const time = writtenSeconds(Math.abs(offset));
  const words =
    offset === 0 ? t('photos.clockOk') : t(offset > 0 ? 'photos.clockBehind' : 'photos.clockAhead', { time });
  return (
    <>
      <Button icon={<ClockCircleOutlined />} title={t('photos.clockSet')} onClick={() => setOpen(true)}>
        {words}
      </Button>
      {open && (
        <ClockDialog
          photos={photos.filter(({ takenAt }) => takenAt !== '')}
          onOffset={(seconds) => {
            setOpen(false);
            onOffset(seconds);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function ClockDialog({
  photos,
  onOffset,
  onClose,
}: Omit<ClockControlProps, 'offset'> & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const photoField = useId();
  const timeField = useId();
  const [id, setId] = useState(photos[0]?.id ?? '');
  const photo = photos.find((entry) => entry.id === id);
  const wall = photo?.takenAt.slice(0, 19) ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const truth = momentOf(typed ?? wall, 0);
  const written = momentOf(wall, 0);
  return (
    <Modal
      open
      title={t('photos.clockTitle')}
      okText={t('photos.clockApply')}
      cancelText={t('photos.done')}
      okButtonProps={{ disabled: truth === null || written === null }}
      onOk={() => truth !== null && written !== null && onOffset(truth - written)}
      onCancel={onClose}
    >
      {photos.length === 0 ? (
        <p>{t('photos.clockNoPhotos')}</p>
      ) : (
        <div className="photos-clock">
          <p className="soft">{t('photos.clockHow')}</p>
          <label htmlFor={photoField}>{t('photos.clockPhoto')}</label>
          <Select
            id={photoField}
            value={id}
            onChange={(next) => {
              setId(next);
              setTyped(null);
            }}
            options={photos.map((entry) => ({
              value: entry.id,
              label: `${entry.name} · ${entry.takenAt.slice(0, 19).replace('T', ' ')}`,
            }))}
          />
          <label htmlFor={timeField}>{t('photos.clockTrue')}</label>
          <TimeInput id={timeField} value={typed ?? wall} onChange={setTyped} />
        </div>
      )}
    </Modal>
  );
}

interface TimeInputProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TimeInput({ id, value, onChange }: TimeInputProps) {
  const field = useFocusOnOpen<InputRef>();
  return (
    <Input
      ref={field}
      id={id}
      type="datetime-local"
      step={1}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
