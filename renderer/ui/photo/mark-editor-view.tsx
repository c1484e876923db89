import {
  ArrowRightOutlined,
  BorderOutlined,
  DeleteOutlined,
  FontSizeOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureSize } from '../../../shared/photos/mark-shape';
import type { PhotoMark } from '../../../shared/records/photo-mark';
import { MarkLayer } from './mark-layer';
import { useMarkEditor } from './use-mark-editor';

interface MarkEditorViewProps {
  readonly stored: readonly PhotoMark[];
  readonly size: PictureSize;
  readonly picture: ReactNode;
  readonly onSave: (marks: readonly PhotoMark[]) => void;
  readonly onDone: () => void;
}

const tools = [
  { kind: 'arrow', key: '1', icon: <ArrowRightOutlined /> },
  { kind: 'box', key: '2', icon: <BorderOutlined /> },
  { kind: 'text', key: '3', icon: <FontSizeOutlined /> },
] as const;

/** Drawing on a picture: drag to draw, or a button (keys 1, 2, 3) and then the arrow keys. The picture itself is not touched. */
export function MarkEditorView({ stored, size, picture, onSave, onDone }: MarkEditorViewProps) {
  const { t } = useTranslation();
  const stage = useRef<HTMLDivElement>(null);
  const editor = useMarkEditor(stored, stage, onSave);
  const chosen = editor.selected === null ? undefined : editor.marks[editor.selected];
  const text = t('photos.newText');
  const justAdded = useRef(false);

  function add(kind: PhotoMark['kind']) {
    justAdded.current = true;
    editor.add(kind, text);
  }

  useEffect(() => {
    if (!justAdded.current || editor.selected === null) return;
    justAdded.current = false;
    stage.current?.querySelectorAll<SVGElement>('.mark')[editor.selected]?.focus();
  }, [editor.selected]);

  const press = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    const tool = event.ctrlKey || event.altKey ? undefined : tools.find(({ key }) => key === event.key);
    if (event.target instanceof HTMLInputElement && event.key !== 'Escape') return;
    if (event.key === 'Escape') onDone();
    else if (isUndo) editor.undo();
    else if (tool) add(tool.kind);
    else return;
    event.preventDefault();
    // Before the window's own keys: Ctrl+Z here takes back a mark, not the last edit of the tour.
    event.stopImmediatePropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);

  return (
    <fieldset className="bare photo-viewer" aria-label={t('photos.drawing')}>
      <div
        ref={stage}
        className="photo-stage photo-stage-drawing"
        onPointerDown={(event) => event.button === 0 && editor.grab(null, event, text)}
      >
        {picture}
        <MarkLayer
          marks={editor.marks}
          size={size}
          handlers={{
            selected: editor.selected,
            onSelect: editor.select,
            onKeyDown: editor.press,
            onPointerDown: (index, event) => editor.grab(index, event, text),
          }}
        />
      </div>
      <div className="photo-viewer-bar">
        {tools.map(({ kind, key, icon }) => (
          <Button
            key={kind}
            icon={icon}
            type={editor.tool === kind ? 'primary' : 'default'}
            title={t('photos.addMarkKey', { key })}
            onClick={() => add(kind)}
          >
            {t(`photos.mark.${kind}`)}
          </Button>
        ))}
        <Button icon={<UndoOutlined />} disabled={!editor.canUndo} onClick={() => editor.undo()}>
          {t('photos.undo')}
        </Button>
        <Button icon={<DeleteOutlined />} disabled={!chosen} onClick={() => editor.remove()}>
          {t('photos.removeMark')}
        </Button>
        {chosen?.kind === 'text' && (
          <Input
            className="photo-mark-text"
            aria-label={t('photos.markText')}
            maxLength={200}
            value={chosen.text}
            onChange={(event) => editor.setText(event.target.value)}
          />
        )}
        <span className="photo-facts soft">{t('photos.drawHint')}</span>
        <Button type="primary" onClick={onDone}>
          {t('photos.done')}
        </Button>
      </div>
    </fieldset>
  );
}
