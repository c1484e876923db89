import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets a process stand still (SIGSTOP) while `look` runs. What is on the disk and what has left its sockets by then is what a kill -9 at
 * this moment leaves, since either stops every thread between two system calls and neither empties the page cache. Linux.
 */
export async function standStill<T>(pid: number, look: () => Promise<T>): Promise<T> {
  process.kill(pid, 'SIGSTOP');
  try {
    while (!(await hasStopped(pid))) await sleep(1);
    return await look();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

async function hasStopped(pid: number): Promise<boolean> {
  const state = /\) (\S)/.exec(await readFile(`/proc/${pid}/stat`, 'utf8'))?.[1];
  return state === 'T';
}
