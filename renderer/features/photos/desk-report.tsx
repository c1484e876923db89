import { useTranslation } from 'react-i18next';
import { problem } from '../../../shared/problems';
import type { FileImport } from '../../data/photos/use-import';
import { useProblemText } from '../../locales/use-problem-text';
import { type ImportLine, ImportReport } from '../../ui/photo/import-report';

interface DeskReportProps {
  readonly files: FileImport;
  readonly title: (stop: string) => string;
}

/** How far the import is, and what was left out. */
export function DeskReport({ files, title }: DeskReportProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { progress } = files;
  if (!progress) return null;
  const { added, duplicates, failures } = progress;
  const lines: readonly ImportLine[] = [
    ...failures.map((failure) => ({
      kind: 'error' as const,
      text: t('stop.photoFailed', { name: failure.name, fault: describe(failure.problem) }),
    })),
    ...progress.unreadable.map((name) => ({
      kind: 'warning' as const,
      text: describe(problem('photo.unreadable', { name })),
    })),
    ...duplicates.map(({ name, stop }) => ({
      kind: 'info' as const,
      text: t('photos.duplicate', { name, stop: title(stop) }),
    })),
  ];
  const counts = { added, duplicates: duplicates.length, failures: failures.length };
  return (
    <ImportReport
      done={progress.done}
      all={progress.all}
      busy={files.busy}
      lines={lines}
      summary={t(duplicates.length + failures.length > 0 ? 'photos.importedPart' : 'photos.imported', counts)}
      onCancel={files.cancel}
      onClose={files.clear}
    />
  );
}
