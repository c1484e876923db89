import { FolderOpenOutlined, PictureOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Team } from '../../../shared/records/team';

interface ImportBarProps {
  readonly teams: readonly Team[];
  readonly team: string;
  readonly onTeam: (team: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Where pictures come from: files, or a whole folder such as a camera's card; and whose route they followed. */
export function ImportBar({ teams, team, onTeam, onFiles, children }: ImportBarProps) {
  const { t } = useTranslation();
  const id = useId();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement, isWanted: (file: File) => boolean) => {
    onFiles([...(input.files ?? [])].filter(isWanted));
    // The same files may be chosen again.
    input.value = '';
  };
  return (
    <div className="photos-bar">
      <input
        ref={files}
        hidden
        multiple
        type="file"
        accept="image/*,.heic,.heif"
        aria-label={t('photos.addMany')}
        onChange={({ currentTarget }) => take(currentTarget, () => true)}
      />
      <input
        ref={(input) => {
          // React has no property for it.
          if (input) input.webkitdirectory = true;
          folder.current = input;
        }}
        hidden
        type="file"
        aria-label={t('photos.addFolder')}
        onChange={({ currentTarget }) => take(currentTarget, isPhoto)}
      />
      <Button type="primary" icon={<FolderOpenOutlined />} onClick={() => folder.current?.click()}>
        {t('photos.addFolder')}
      </Button>
      <Button icon={<PictureOutlined />} onClick={() => files.current?.click()}>
        {t('photos.addMany')}
      </Button>
      {teams.length > 1 && (
        <>
          <label htmlFor={id} className="soft">
            {t('photos.team')}
          </label>
          <Select
            id={id}
            value={team}
            onChange={onTeam}
            options={[
              { value: '', label: t('photos.allTeams') },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </>
      )}
      {children}
    </div>
  );
}

/** A card also holds thumbnails, databases and hidden files of the camera. */
function isPhoto({ name, type }: File): boolean {
  return !name.startsWith('.') && (type.startsWith('image/') || /\.(jpe?g|png|webp|hei[cf])$/i.test(name));
}
