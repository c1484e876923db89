import { type ReactNode, useEffect, useRef } from 'react';

interface PanelProps {
  /** The key that opens this panel was pressed: the cursor goes to its first control. */
  readonly jump: boolean;
  readonly onJumped: () => void;
  readonly children: ReactNode;
}

const firstControl = 'input:not([type=file]), textarea, button';

/** The inside of a tab. It takes the cursor itself, since a tab is drawn only when it is first opened. */
export function Panel({ jump, onJumped, children }: PanelProps) {
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!jump) return;
    inside.current?.querySelector<HTMLElement>(firstControl)?.focus();
    onJumped();
  }, [jump, onJumped]);
  return <div ref={inside}>{children}</div>;
}
