interface SyncFigureProps {
  readonly label: string;
  readonly value: number | string;
  /** Where on this page it is told in full. */
  readonly section?: string;
  readonly more?: string;
}

/** One figure; where there is something to count, it leads to the list of it. */
export function SyncFigure({ label, value, section, more = '' }: SyncFigureProps) {
  const leads = section !== undefined && value !== 0;
  const jump = () => {
    const list = document.getElementById(section ?? '');
    list?.scrollIntoView({ block: 'start' });
    list?.focus({ preventScroll: true });
  };
  return (
    <div>
      <dt>{label}</dt>
      <dd className="figures">
        {leads ? (
          <button type="button" className="sync-jump" aria-label={`${label} ${value}`} onClick={jump}>
            {value}
          </button>
        ) : (
          value
        )}
        {more !== '' && <span className="sync-figure-more">{more}</span>}
      </dd>
    </div>
  );
}
