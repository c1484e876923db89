import { existsSync } from 'node:fs';
import { runProgram } from './run-program';

/**
 * Installs what is missing from Debian's packages where this user may (root, or sudo without a password).
 * Returns null when all is there, else the one command that a person has to type.
 */
export async function ensureDebianPackages(packages: readonly string[]): Promise<string | null> {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return packages.join(', ');
  const isRoot = process.getuid?.() === 0;
  const maySudo = !isRoot && (await runProgram('sudo', ['-n', 'true']).catch(() => ({ code: 1 }))).code === 0;
  const asRoot = `sudo apt-get update && sudo ${command}`;
  if (!isRoot && !maySudo) return asRoot;
  process.stdout.write(`安装 Installing: ${packages.join(' ')} …\n`);
  const prefix = isRoot ? [] : ['sudo', '-n'];
  for (const step of [['apt-get', 'update', '-qq'], command.split(' ')]) {
    const [program = '', ...args] = [...prefix, ...step];
    const { code, output } = await runProgram(program, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (code !== 0) {
      process.stdout.write(`${output.slice(-2000)}\n`);
      return asRoot;
    }
  }
  return null;
}
