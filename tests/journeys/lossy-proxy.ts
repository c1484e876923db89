import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LossyProxy {
  readonly url: string;
  /** The next answers to exchanges are thrown away after the server has given them. */
  loseReplies(count: number): void;
  readonly lost: () => number;
  close(): Promise<void>;
}

/** Stands between laptop and server, passes everything on, and loses answers when told to. */
export async function startLossyProxy(target: string): Promise<LossyProxy> {
  let toLose = 0;
  let lost = 0;
  const server = createServer((incoming, outgoing) => {
    const passedOn = request(new URL(incoming.url ?? '/', target), {
      method: incoming.method,
      headers: incoming.headers,
    });
    passedOn.on('response', (answer) => {
      if (toLose > 0 && incoming.url === '/api/exchange') {
        answer.resume();
        answer.on('end', () => {
          toLose -= 1;
          lost += 1;
          incoming.socket.destroy();
        });
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passedOn.on('error', () => incoming.socket.destroy());
    incoming.pipe(passedOn);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loseReplies: (count) => (toLose = count),
    lost: () => lost,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
