import { Alert } from 'antd';

/** What could not be added, wherever it was dropped: a picture that is missing must not stay unnoticed on another tab. */
export function PhotoFaults({ faults }: { readonly faults: readonly string[] }) {
  return faults.map((fault) => (
    <Alert key={fault} type="error" showIcon role="alert" title={fault} className="photo-fault" />
  ));
}
