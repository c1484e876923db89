import { useTranslation } from 'react-i18next';
import { type Deadline, readDeadline } from '../../../shared/deadlines/read-deadline';
import { addWorkingDays } from '../../../shared/deadlines/working-days';
import { useWorkCalendar } from '../../data/presets/use-presets';

interface DueHintProps {
  readonly due: string;
  /** When the deadline was set, as its record says it. */
  readonly at: string;
}

/** On which day a deadline in working days ends, and whether anybody is at work on one that names its day. */
export function DueHint({ due, at }: DueHintProps) {
  const from = at.slice(0, 10);
  const deadline = from === '' ? null : readDeadline(due, from);
  return deadline && <DueDay deadline={deadline} from={from} />;
}

function DueDay({ deadline, from }: { readonly deadline: Deadline; readonly from: string }) {
  const { t } = useTranslation();
  const calendar = useWorkCalendar();
  if (!calendar) return null;
  if (deadline.kind === 'workingDays') {
    const { day, isProvisional } = addWorkingDays(from, deadline.count, calendar);
    return (
      <output className="soft">
        {t(isProvisional ? 'presets.dueProvisional' : 'presets.dueBy', { day })}
      </output>
    );
  }
  const { day } = deadline;
  if (calendar.isWorkDay(day)) return null;
  const next = addWorkingDays(day, 1, calendar).day;
  return <output className="soft">{t('presets.dueOff', { day, next })}</output>;
}
