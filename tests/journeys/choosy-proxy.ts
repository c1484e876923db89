import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { RunningServer } from '../../build/driver/start-server';
import { signIn } from '../../electron/office/sign-in';
import type { Change } from '../../shared/changes/change';
import { problem } from '../../shared/problems';
import { type ExchangeReply, type ExchangeRequest, paths } from '../../shared/protocol/sync';
import { officeScope } from '../../shared/records/record-schemas';

export interface ChoosyProxy {
  readonly url: string;
  /** Changes of which this says yes are kept from the server and refused in its name. */
  refuse(isRefused: (change: Change) => boolean): void;
  /** Whether the laptop is told of the tours that it may read, or of the register alone. */
  showTours(shown: boolean): void;
  /** Exchanges that hand something in wait from now on, others do not; what is returned lets them through. */
  hold(): () => void;
  close(): Promise<void>;
}

/** Stands between laptop and server as an office that does not take everything, and that takes its time. */
export async function startChoosyProxy({ url: target, administrator }: RunningServer): Promise<ChoosyProxy> {
  // What it changes the laptop has not signed: it passes that on as the administrator, who may hand in for any laptop.
  const line = await signIn(target, administrator);
  if (!line.ok) throw new Error(line.problem.code);
  let isRefused: (change: Change) => boolean = () => false;
  let showsTours = true;
  let held: Promise<void> = Promise.resolve();
  const server = createServer((incoming, outgoing) => {
    const answer = async () => {
      const isExchange = incoming.url === '/api/exchange';
      const body = await text(incoming);
      const asked = isExchange ? (JSON.parse(body) as ExchangeRequest) : null;
      const changes = (asked?.changes ?? []) as unknown as readonly Change[];
      if (changes.length > 0) await held;
      const { 'content-length': _, host: __, connection: ___, ...headers } = incoming.headers;
      const passed = JSON.stringify({ ...asked, changes: changes.filter((change) => !isRefused(change)) });
      const shown = asked && (await line.value.office.credentials('POST', paths.exchange, passed));
      const own = shown?.kind === 'headers' ? shown.headers : {};
      const reply = await fetch(new URL(incoming.url ?? '/', target), {
        method: incoming.method ?? 'GET',
        headers: { ...(headers as Record<string, string>), ...own },
        body: asked ? passed : body || undefined,
      });
      outgoing.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? '' });
      if (!asked || !reply.ok) return outgoing.end(Buffer.from(await reply.arrayBuffer()));
      const told = (await reply.json()) as ExchangeReply;
      const refused = changes
        .filter(isRefused)
        .map(({ id }) => ({ change: id, problem: problem('change.invalid', { fields: 'text' }) }));
      const views = showsTours ? told.views : { [officeScope]: told.views[officeScope] ?? '' };
      return outgoing.end(JSON.stringify({ ...told, views, refused: [...told.refused, ...refused] }));
    };
    answer().catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse: (next) => (isRefused = next),
    showTours: (shown) => (showsTours = shown),
    hold() {
      let release = () => {};
      held = new Promise((resolve) => (release = resolve));
      return release;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
