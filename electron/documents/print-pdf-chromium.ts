import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PrintPdf } from './print-pdf';

const patienceMillis = 120_000;

/** Prints with an installed browser that runs without a window in a profile of its own, which is removed afterwards. */
export function printPdfWith(browser: string, isRoot: boolean): PrintPdf {
  return async (html) => {
    const folder = await mkdtemp(join(tmpdir(), 'xunji-print-'));
    try {
      const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
      await writeFile(page, html);
      await run(browser, [
        '--headless=new',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        ...quietFlags,
        // Chromium's sandbox does not start for root.
        ...(isRoot ? ['--no-sandbox'] : []),
        pathToFileURL(page).href,
      ]);
      return new Uint8Array(await readFile(pdf));
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  };
}

const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: patienceMillis });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-500)));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            signal === null ? `exit ${code}: ${said.trim()}` : `killed after ${patienceMillis / 1000} s`,
          ),
        );
    });
  });
}
