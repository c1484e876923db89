import { Alert } from 'antd';

/** What came of something that a person asked for. */
export interface Said {
  readonly kind: 'success' | 'warning' | 'error';
  readonly words: string;
}

interface SaidAlertProps {
  readonly said: Said | undefined;
  readonly onClose: () => void;
}

/** Says it until it is closed, and to a screen reader at once; nothing where nothing was asked for. */
export function SaidAlert({ said, onClose }: SaidAlertProps) {
  if (!said) return null;
  return <Alert type={said.kind} showIcon closable role="alert" title={said.words} onClose={onClose} />;
}
