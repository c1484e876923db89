import { useFieldName } from '../../locales/use-field-name';
import { useValueText } from '../../locales/use-value-text';
import { type ConflictProps, idsOf } from './conflict-props';
import { HeadPanel } from './head-panel';

/** The values of one field side by side. */
export function FieldConflict({ entry, conflict, decide }: ConflictProps<'values'>) {
  const { field, heads } = conflict;
  const nameOf = useFieldName();
  const say = useValueText(entry, field);
  return (
    <fieldset className="bare">
      <legend className="conflict-field">{nameOf(field, entry.checklist)}</legend>
      <div className="conflict-values">
        {heads.map((head, index) => (
          <HeadPanel
            key={head.change}
            head={head}
            isShown={index === 0}
            onChoose={() => void decide(field, head.value, idsOf(heads))}
          >
            {say(head.value)}
          </HeadPanel>
        ))}
      </div>
    </fieldset>
  );
}
