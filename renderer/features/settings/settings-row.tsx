import type { ReactNode } from 'react';

interface SettingsRowProps {
  readonly id: string;
  readonly label: string;
  /** A word below the field: what it takes, or what is wrong with it. */
  readonly hint?: string | undefined;
  readonly isWrong?: boolean;
  readonly children: ReactNode;
}

/** One field of the settings with its label and what is said of it. */
export function SettingsRow({ id, label, hint, isWrong = false, children }: SettingsRowProps) {
  return (
    <div className="settings-row">
      <label htmlFor={id}>{label}</label>
      <div>
        {children}
        {hint !== undefined && <p className={isWrong ? 'settings-wrong' : 'soft settings-hint'}>{hint}</p>}
      </div>
    </div>
  );
}
