import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { layoutFonts } from '../../shared/documents/layout-preset';

const execute = promisify(execFile);

/** What the fonts of the layout are called in their own files: the family in Latin letters, and usual file names. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ['FZXiaoBiaoSong-B05S', 'FZXBSJW', 'FZXBSK'],
  仿宋_GB2312: ['FangSong_GB2312', 'SIMFANG_GB2312', 'FSGB2312'],
  楷体_GB2312: ['KaiTi_GB2312', 'SIMKAI_GB2312', 'KTGB2312'],
  黑体: ['SimHei'],
  宋体: ['SimSun'],
};

/**
 * Fonts of the layout that this computer does not have, so that a reader is told instead of shown another font in
 * silence. Asks fontconfig on Linux and macOS, and the font folders' file names on Windows. A computer that cannot be
 * asked is said to have none.
 */
export async function listMissingFonts(platform: NodeJS.Platform): Promise<readonly string[]> {
  const names = platform === 'win32' ? await windowsFontFiles() : await fontconfigFamilies();
  const known = new Set(names.map((name) => name.toLowerCase()));
  return layoutFonts.filter(
    (font) => ![font, ...(otherNames[font] ?? [])].some((name) => known.has(name.toLowerCase())),
  );
}

async function fontconfigFamilies(): Promise<readonly string[]> {
  try {
    const { stdout } = await execute('fc-list', ['--format', '%{family}\n'], { maxBuffer: 1 << 24 });
    return stdout.split(/[\n,]/).map((name) => name.trim());
  } catch {
    // fontconfig is not there: nothing is known, and a warning too many is better than one too few.
    return [];
  }
}

async function windowsFontFiles(): Promise<readonly string[]> {
  const folders = [
    join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
    join(homedir(), 'AppData\\Local\\Microsoft\\Windows\\Fonts'),
  ];
  const lists = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])));
  return lists.flat().map((name) => name.replace(/\.(ttf|ttc|otf)$/i, ''));
}
