import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from './run-program';

export interface Question {
  readonly kind: 'open' | 'folder' | 'save';
  readonly multiple: boolean;
  readonly title?: string;
  readonly defaultPath?: string;
  readonly filters?: readonly { readonly name: string; readonly extensions: readonly string[] }[];
}

export type Picked =
  | { readonly kind: 'picked'; readonly paths: readonly string[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'no-dialog' };

/** Asks the person by the system's own file dialog: zenity or kdialog on Linux, PowerShell on Windows. */
export async function pickFile(question: Question): Promise<Picked> {
  const [command, args] = dialogProgram(question) ?? [];
  if (!command || !args) return { kind: 'no-dialog' };
  const output = await runProgram(command, args);
  const paths = output?.split(/\r?\n/).filter(Boolean) ?? [];
  return paths.length > 0 ? { kind: 'picked', paths } : { kind: 'cancelled' };
}

function dialogProgram(question: Question): readonly [string, readonly string[]] | undefined {
  if (process.platform === 'win32') return ['powershell', powershellArgs(question)];
  if (process.platform === 'darwin') return undefined;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  if (isInstalled('zenity')) return ['zenity', zenityArgs(question)];
  if (isInstalled('kdialog')) return ['kdialog', kdialogArgs(question)];
  return undefined;
}

function isInstalled(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function zenityArgs({ kind, multiple, title, defaultPath, filters = [] }: Question): string[] {
  return [
    '--file-selection',
    ...(kind === 'save' ? ['--save', '--confirm-overwrite'] : []),
    ...(kind === 'folder' ? ['--directory'] : []),
    ...(multiple ? ['--multiple', '--separator=\n'] : []),
    ...(title ? [`--title=${title}`] : []),
    ...(defaultPath ? [`--filename=${defaultPath}`] : []),
    ...filters.map(({ name, extensions }) => `--file-filter=${name} | ${patterns(extensions).join(' ')}`),
  ];
}

function kdialogArgs({ kind, multiple, title, defaultPath, filters = [] }: Question): string[] {
  const verb = { open: '--getopenfilename', folder: '--getexistingdirectory', save: '--getsavefilename' }[
    kind
  ];
  const kinds = filters
    .map(({ name, extensions }) => `${patterns(extensions).join(' ')} | ${name}`)
    .join('\n');
  return [
    ...(title ? ['--title', title] : []),
    ...(multiple ? ['--multiple', '--separate-output'] : []),
    verb,
    defaultPath ?? '.',
    ...(kind === 'folder' || kinds === '' ? [] : [kinds]),
  ];
}

/** PowerShell quotes a text by single quotes; one inside is doubled. */
function powershellArgs({ kind, multiple, title, defaultPath, filters = [] }: Question): string[] {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const type = { open: 'OpenFileDialog', folder: 'FolderBrowserDialog', save: 'SaveFileDialog' }[kind];
  const kinds = filters.map(({ name, extensions }) => `${name}|${patterns(extensions).join(';')}`).join('|');
  const settings =
    kind === 'folder'
      ? []
      : [
          ...(title ? [`$d.Title = ${quoted(title)}`] : []),
          ...(defaultPath ? [`$d.FileName = ${quoted(defaultPath)}`] : []),
          ...(kinds ? [`$d.Filter = ${quoted(kinds)}`] : []),
          ...(multiple ? ['$d.Multiselect = $true'] : []),
        ];
  const answer = kind === 'folder' ? '$d.SelectedPath' : '$d.FileNames';
  const script = [
    '[Console]::OutputEncoding = [Text.Encoding]::UTF8',
    'Add-Type -AssemblyName System.Windows.Forms',
    `$d = New-Object System.Windows.Forms.${type}`,
    ...settings,
    `if ($d.ShowDialog() -eq 'OK') { ${answer} }`,
  ].join('; ');
  return ['-NoProfile', '-STA', '-Command', script];
}

function patterns(extensions: readonly string[]): string[] {
  return extensions.map((extension) => `*.${extension}`);
}
