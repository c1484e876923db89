import { randomBytes, randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { nodeFileSystem } from '../../shared/node/file-system';
import { type Acknowledged, workOn } from './file-work';

/** What the child says, a line each, the moment it was told so itself. */
export interface ChildLine {
  readonly what: 'ready' | 'row' | 'sound' | 'no sound' | 'export';
  readonly key: string;
  readonly value?: string | number;
}

function say(line: ChildLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

class Said extends Map<string, never> {
  constructor(private readonly what: 'sound' | 'export') {
    super();
  }

  override set(key: string, value: never): this {
    say({ what: this.what, key, value });
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    say({ what: 'no sound', key });
    return super.delete(key);
  }
}

class SaidRows extends Array<string> {
  override push(...rows: string[]): number {
    for (const key of rows) say({ what: 'row', key });
    return super.push(...rows);
  }
}

const told: Acknowledged = { rows: new SaidRows(), sounds: new Said('sound'), exports: new Said('export') };

say({ what: 'ready', key: '' });
for (;;) await workOn(nodeFileSystem, process.argv[2] ?? '', randomUUID, (size) => randomBytes(size), told);
