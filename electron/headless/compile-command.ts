import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { errorCode, makeDirectoryDurably, writeDurably } from '../../shared/node/durable-file';
import { nodeFileSystem } from '../../shared/node/file-system';
import { findBrowser } from '../../shared/node/find-browser';
import { type Problem, describeProblem, problem } from '../../shared/problems';
import { documentKinds } from '../../shared/protocol/bridge';
import { compileTour } from '../documents/compile-tour';
import { printPdfWith } from '../documents/print-pdf-chromium';
import type { Command, CommandOutput } from './command';
import { readTourPath } from './read-tour-path';

const usage = '用法 usage: compile <tour.json> --out <dir> [--handbook]\n';

/** `compile`: makes minutes (DOCX, PDF) and issue ledger (XLSX) of a tour file, with --handbook a handbook for each team; 1 when a document could not be made. */
export const compileCommand: Command = async (args, io) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, handbook: { type: 'boolean' } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1 || !values.out) {
    io.err(usage);
    return 2;
  }
  const tour = await readTourPath(path, io);
  if (tour === null) return 1;
  const kinds = documentKinds.filter((kind) => kind !== 'handbook.pdf' || values.handbook === true);
  const browser = findBrowser(process.env, process.platform);
  const compiled = await compileTour(tour, {
    kinds,
    printPdf: browser === null ? null : printPdfWith(browser, process.getuid?.() === 0),
    now: new Date().toISOString(),
    readAttachment: (sha256) => readBeside(path, sha256),
  });
  const out = resolve(values.out);
  try {
    await makeDirectoryDurably(nodeFileSystem, out);
    for (const { name, bytes } of [...compiled.files, compiled.evidence]) {
      await writeDurably(nodeFileSystem, join(out, name), bytes);
      io.out(`${join(out, name)}\n`);
    }
  } catch (error) {
    return tell(io, problem('folder.unwritable', { folder: out, code: errorCode(error) }));
  }
  if (compiled.missingFonts.length > 0) {
    const fonts = compiled.missingFonts.join('、');
    io.err(
      `本机缺少字体：${fonts}，显示时会被其他字体代替。These fonts of the layout are not on this computer.\n`,
    );
  }
  for (const one of compiled.problems) tell(io, one);
  const made = new Set(compiled.files.map(({ kind }) => kind));
  return kinds.every((kind) => made.has(kind)) ? 0 : 1;
};

function tell(io: CommandOutput, one: Problem): number {
  io.err(`${describeProblem(one, 'zh')}\n${describeProblem(one, 'en')}\n`);
  return 1;
}

/** An original lies beside the tour file under its hash; one whose bytes have another hash is not that original. */
async function readBeside(path: string, sha256: string): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(join(dirname(path), 'files', sha256));
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? new Uint8Array(bytes) : null;
  } catch {
    // It is not here: the document says so in its place.
    return null;
  }
}
