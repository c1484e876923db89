import { Alert, Skeleton } from 'antd';
import type { Stop } from '../../../shared/records/stop';
import { useStore } from '../../data/store-context';
import type { StopRecords } from '../../data/use-stop-records';
import { useFilledForm } from '../../forms/use-filled-form';
import { useProblemText } from '../../locales/use-problem-text';
import { ChecklistForm } from './checklist-form';
import type { SheetEntry } from './list-sheets';
import { renewSheet } from './renew-sheet';

export interface ChecklistSheetProps {
  readonly entry: SheetEntry;
  readonly stop: Stop;
  readonly records: StopRecords;
  readonly jump: boolean;
  readonly onJumped: () => void;
  readonly path: string | null;
  readonly onShowIssue: (issue: string) => void;
  readonly onRenewed: (sheet: string) => void;
}

/** One checklist at this stop, from the moment its form is loaded. */
export function ChecklistSheet(props: ChecklistSheetProps) {
  const { entry, stop, onRenewed } = props;
  const { checklist, sheet, id } = entry;
  const store = useStore();
  const describe = useProblemText();
  const loading = useFilledForm(checklist, sheet, {
    id,
    tour: stop.tour,
    base: { tour: stop.tour, stop: stop.id, checklist: checklist.id, version: checklist.version },
  });
  if (loading.state === 'loading')
    return <Skeleton className="panel checklist" active={false} paragraph={{ rows: 6 }} />;
  if (loading.state === 'failed') return <Alert type="error" showIcon title={describe(loading.problem)} />;
  const renew = async () => {
    await loading.keeper.flush();
    const renewed = await renewSheet(store, entry, stop);
    if (renewed !== null) onRenewed(renewed);
  };
  return <ChecklistForm {...props} filled={loading} renew={() => void renew()} />;
}
