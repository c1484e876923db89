import './fact-list.css';

/** Labels with their values; what has no value is left out. */
export function FactList({
  facts,
}: {
  readonly facts: readonly (readonly [label: string, value: string])[];
}) {
  return (
    <dl className="fact-list">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
