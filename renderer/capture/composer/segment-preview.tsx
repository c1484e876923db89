import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../shared/remarks/split-statement';

interface SegmentPreviewProps {
  readonly segments: readonly Segment[];
  readonly whole: boolean;
  readonly onWhole: (whole: boolean) => void;
}

/** Into which segments a numbered statement will be taken apart, and the way to leave it whole. */
export function SegmentPreview({ segments, whole, onWhole }: SegmentPreviewProps) {
  const { t } = useTranslation();
  return (
    <div className="segments">
      <Checkbox checked={!whole} onChange={(event) => onWhole(!event.target.checked)}>
        {t('capture.splits', { n: segments.length })}
      </Checkbox>
      {!whole && (
        <ol>
          {segments.map(({ number, heading, text }) => (
            <li key={`${number} ${text}`} className="cut">
              {number !== null && (
                <span className="figures soft">{t('capture.segment', { n: number })} </span>
              )}
              {heading && <strong>{heading} </strong>}
              {text}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
