import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../../shared/records/issue';

interface SignedFindingsProps {
  readonly issues: readonly Issue[];
  readonly chosen: readonly string[];
  readonly onChosen: (ids: string[]) => void;
}

/** Which findings are put before the signer. */
export function SignedFindings({ issues, chosen, onChosen }: SignedFindingsProps) {
  const { t } = useTranslation();
  if (issues.length === 0) return <p className="soft">{t('capture.nothingToSign')}</p>;
  return (
    <fieldset className="signature-findings">
      <legend className="soft">{t('capture.findings')}</legend>
      {issues.map(({ id, text }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          onChange={({ target }) =>
            // In the order in which they were found, whatever the order of the ticks.
            onChosen(
              issues
                .map((issue) => issue.id)
                .filter((one) => (one === id ? target.checked : chosen.includes(one))),
            )
          }
        >
          {text}
        </Checkbox>
      ))}
    </fieldset>
  );
}
