import { Alert } from 'antd';
import type { ImportLine } from '../../ui/photo/import-report';

const shown = 4;

/** What could not be added, wherever it was dropped: a picture that is missing must not stay unnoticed on another tab. */
export function PhotoFaults({ faults }: { readonly faults: readonly ImportLine[] }) {
  return faults
    .slice(0, shown)
    .map(({ kind, text }) => (
      <Alert key={text} type={kind} showIcon role="alert" title={text} className="photo-fault" />
    ));
}
