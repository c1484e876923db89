import type { ReactNode } from 'react';
import './empty-note.css';

interface EmptyNoteProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: ReactNode;
  readonly action?: ReactNode;
}

/** What stands where nothing is yet: it says what to do. */
export function EmptyNote({ icon, title, hint, action }: EmptyNoteProps) {
  return (
    <div className="empty-note">
      <span className="empty-note-icon" aria-hidden="true">
        {icon}
      </span>
      <p className="empty-note-title">{title}</p>
      <div className="empty-note-hint">{hint}</div>
      {action}
    </div>
  );
}
