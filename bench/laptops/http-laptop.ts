import { Agent, request } from 'node:http';
import type { RunningServer } from '../../build/driver/start-server';
import { signIn } from '../../electron/office/sign-in';
import type { Connection } from '../../electron/sync/sync-client';
import type { Change } from '../../shared/changes/change';
import { writeInLines } from '../../shared/protocol/in-lines';
import { type Cursors, type ExchangeReply, type Views, paths, wholeView } from '../../shared/protocol/sync';

/** A laptop reduced to its side of the wire: what it sends, how far it has read. */
export interface HttpLaptop {
  /** Sends changes in requests of `batch`, each handed in behind the one under way, as laptops do on a quick line. */
  push(changes: readonly Change[], batch: number): Promise<void>;
  /** Reads until nothing is newer; gives how many changes came. */
  pull(): Promise<number>;
}

const agent = new Agent({ keepAlive: true });

/** `cursors` say what it has read already. */
export function httpLaptop(server: RunningServer, device: string, cursors: Cursors = {}): HttpLaptop {
  let epoch: string | null = null;
  let read = cursors;
  let views: Views = Object.fromEntries(Object.keys(cursors).map((scope) => [scope, wholeView]));
  async function exchange(changes: readonly Change[], before?: readonly Change[]): Promise<ExchangeReply> {
    // The cursors of a laptop count once it knows which database they belong to.
    epoch ??= await epochOf(server);
    const after = before && idsByScope(before);
    const head = { protocol: 2, device, epoch, cursors: read, views, after };
    const body = writeInLines(
      head,
      'changes',
      changes.map((change) => JSON.stringify(change)),
    );
    const reply = JSON.parse(await post(server, paths.exchange, body)) as ExchangeReply;
    // To what is handed in behind another the server says how far it came, and nothing of what the laptop may read.
    read = after ? { ...read, ...reply.cursors } : reply.cursors;
    if (!after) ({ views } = reply);
    if (reply.refused.length > 0) throw new Error(`refused: ${JSON.stringify(reply.refused[0])}`);
    return reply;
  }
  /** What came before it may still be under way; where the server has not that yet, it takes nothing of this. */
  async function handIn(
    part: readonly Change[],
    before: readonly Change[] | undefined,
    underWay: Promise<void>,
  ): Promise<void> {
    const { settled } = await exchange(part, before);
    if (settled.length === part.length) return;
    await underWay;
    const again = await exchange(part);
    if (again.settled.length !== part.length)
      throw new Error(`${again.settled.length} of ${part.length} settled`);
  }
  return {
    async push(changes, batch) {
      let before: readonly Change[] | undefined;
      let underWay: Promise<void> = Promise.resolve();
      for (let from = 0; from < changes.length; from += batch) {
        const part = changes.slice(from, from + batch);
        const next = handIn(part, before, underWay);
        await underWay;
        underWay = next;
        before = part;
      }
      await underWay;
    },
    async pull() {
      let count = 0;
      for (;;) {
        const { newer, more } = await exchange([]);
        count += newer.length;
        if (!more) return count;
      }
    },
  };
}

function idsByScope(changes: readonly Change[]): Readonly<Record<string, readonly string[]>> {
  const ids: Record<string, string[]> = {};
  for (const { scope, id } of changes) (ids[scope] ??= []).push(id);
  return ids;
}

async function epochOf(server: RunningServer): Promise<string> {
  const answer = await fetch(server.url + paths.health);
  return ((await answer.json()) as { readonly epoch: string }).epoch;
}

/** Not fetch: three hundred laptops in one process must not be what is measured. */
async function post(server: RunningServer, path: string, body: string): Promise<string> {
  const shown = await headersOf(server, path, body);
  return new Promise((resolve, reject) => {
    const sent = request(
      server.url + path,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...shown,
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${answer.statusCode} ${text.slice(0, 300)}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const lines = new Map<string, Promise<Connection>>();

/** As the administrator, who may hand in for any laptop: what is measured is the server, and not three hundred enrolments. */
async function headersOf(server: RunningServer, path: string, body: string) {
  const line = lines.get(server.url) ?? openLine(server);
  lines.set(server.url, line);
  const shown = await (await line).office.credentials('POST', path, body);
  if (shown?.kind !== 'headers') throw new Error('the administrator was refused');
  return shown.headers;
}

async function openLine(server: RunningServer): Promise<Connection> {
  const line = await signIn(server.url, server.administrator);
  if (!line.ok) throw new Error(line.problem.code);
  return line.value;
}
