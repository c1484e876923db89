import { createHash } from 'node:crypto';
import { composeIssueLedger } from '../../shared/documents/compose-issue-ledger';
import { composeMinutes } from '../../shared/documents/compose-minutes';
import type { Dossier } from '../../shared/handbook/dossier';
import { composeHandbooks } from '../../shared/handbook/compose-handbooks';
import type { OfficialDocument } from '../../shared/documents/document';
import { listPhotos } from '../../shared/documents/list-photos';
import { chineseTime } from '../../shared/documents/written-date';
import { type Problem, problem } from '../../shared/problems';
import type { DocumentKind } from '../../shared/protocol/bridge';
import type { Issue } from '../../shared/records/issue';
import type { TourFile } from '../../shared/tour-file/tour-file';
import { evidenceFile } from './evidence-file';
import { fileNameOf } from './file-name';
import { listMissingFonts } from './list-missing-fonts';
import type { PhotoBytes } from './photo-bytes';
import { pictureSize } from '../../shared/photos/picture-size';
import { signedContent } from '../../shared/signatures/signed-content';
import type { PrintPdf } from './print-pdf';
import { renderHandbook } from './render-handbook';
import { renderHtml } from './render-html';
import { writeDocx } from './write-docx';
import { writeLedgerXlsx } from './write-ledger-xlsx';

export interface CompileOptions {
  readonly kinds: readonly DocumentKind[];
  /** For handbooks: what is known of the stops from earlier visits. */
  readonly dossiers?: readonly Dossier[];
  /** For the minutes: issues of earlier tours that were looked at again on this one. */
  readonly rechecks?: readonly Issue[];
  /** Null where there is nothing to print with: everything else is still made. */
  readonly printPdf: PrintPdf | null;
  /** ISO 8601; printed in the time of China. */
  readonly now: string;
  /** The bytes of an attachment, null where its original is not on this computer. */
  readonly readAttachment: (sha256: string) => Promise<Uint8Array | null>;
  /** Copies of pictures made for printing, by their key; only the window makes them. Without one the original is printed. */
  readonly readPrint?: (key: string) => Promise<Uint8Array | null>;
}

interface CompiledFile {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface CompiledTour {
  readonly files: readonly CompiledFile[];
  /** Of each sentence of the minutes the records it rests on; lies beside the DOCX. */
  readonly evidence: { readonly name: string; readonly bytes: Uint8Array };
  readonly missingFonts: readonly string[];
  /** What could not be made or shown: no PDF, photos whose originals are not here. */
  readonly problems: readonly Problem[];
}

/** A tour as the documents asked for. One failing does not stop the others. */
export async function compileTour(tour: TourFile, options: CompileOptions): Promise<CompiledTour> {
  const at = chineseTime(options.now);
  const minutes = composeMinutes(tour, { at, rechecks: options.rechecks, altered: listAltered(tour) });
  const problems: Problem[] = [];
  const photos = await readPhotos(minutes, options, problems);
  const name = (ending: string) => fileNameOf(tour.tour.title, ending);
  const files: CompiledFile[] = [];
  for (const kind of options.kinds) {
    switch (kind) {
      case 'minutes.docx':
        files.push({ kind, name: name('纪要.docx'), bytes: await writeDocx(minutes, photos) });
        break;
      case 'minutes.pdf': {
        const bytes = await printed(renderHtml(minutes, photos), options.printPdf, problems);
        if (bytes !== null) files.push({ kind, name: name('纪要.pdf'), bytes });
        break;
      }
      case 'handbook.pdf':
        for (const handbook of composeHandbooks(tour, options.dossiers ?? [], at)) {
          const bytes = await printed(renderHandbook(handbook), options.printPdf, problems);
          if (bytes !== null) files.push({ kind, name: name(`${handbook.team}手册.pdf`), bytes });
        }
        break;
      case 'issues.xlsx': {
        const ledger = composeIssueLedger(tour, at);
        files.push({ kind, name: name('问题清单.xlsx'), bytes: await writeLedgerXlsx(ledger) });
        break;
      }
    }
  }
  const evidence = { name: name('纪要.evidence.json'), bytes: evidenceFile(minutes) };
  return { files, evidence, missingFonts: await listMissingFonts(process.platform), problems };
}

/** Signatures that no longer say what was signed; those of the first version kept no digest. */
function listAltered({ signatures }: TourFile): readonly string[] {
  const digestOf = (signature: TourFile['signatures'][number]) =>
    createHash('sha256').update(signedContent(signature)).digest('hex');
  return signatures
    .filter((signature) => signature.digest !== '' && signature.digest !== digestOf(signature))
    .map(({ id }) => id);
}

async function readPhotos(
  minutes: OfficialDocument,
  options: CompileOptions,
  problems: Problem[],
): Promise<PhotoBytes> {
  const photos = new Map<string, Uint8Array>();
  for (const photo of listPhotos(minutes)) {
    const name = photo.name || photo.sha256.slice(0, 12);
    const copy = (await options.readPrint?.(photo.key)) ?? null;
    const bytes = copy ?? (await options.readAttachment(photo.sha256));
    if (bytes === null) problems.push(problem('attachment.missing', { name }));
    else if (pictureSize(bytes) === null) problems.push(problem('photo.unreadable', { name }));
    else if (copy === null && photo.marks.length > 0) problems.push(problem('photo.notDrawn', { name }));
    if (bytes !== null) photos.set(photo.key, bytes);
  }
  return photos;
}

async function printed(
  html: string,
  printPdf: PrintPdf | null,
  problems: Problem[],
): Promise<Uint8Array | null> {
  if (printPdf === null) {
    problems.push(problem('browser.missing'));
    return null;
  }
  try {
    return await printPdf(html);
  } catch (error) {
    problems.push(
      problem('document.printFailed', { fault: error instanceof Error ? error.message : String(error) }),
    );
    return null;
  }
}
