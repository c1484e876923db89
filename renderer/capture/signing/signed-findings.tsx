import { Checkbox } from 'antd';

interface SignedFindingsProps {
  readonly title: string;
  readonly records: readonly { readonly id: string; readonly text: string; readonly speakerName?: string }[];
  readonly chosen: readonly string[];
  readonly onChosen: (ids: string[]) => void;
}

/** Which records of one kind are put before the signer. */
export function SignedFindings({ title, records, chosen, onChosen }: SignedFindingsProps) {
  return (
    <fieldset className="signature-findings">
      <legend className="soft">{title}</legend>
      {records.map(({ id, text, speakerName }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          onChange={({ target }) =>
            // In the order in which they were taken down, whatever the order of the ticks.
            onChosen(
              records
                .map((record) => record.id)
                .filter((one) => (one === id ? target.checked : chosen.includes(one))),
            )
          }
        >
          {[speakerName, text].filter(Boolean).join(' ')}
        </Checkbox>
      ))}
    </fieldset>
  );
}
