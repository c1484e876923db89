import { Bonjour } from 'bonjour-service';
import { type FoundHub, foundHubSchema } from '../../shared/protocol/hub-calls';

const type = 'xunji';

/** What a name of DNS has room for: what is announced under a longer one is read by nobody. */
const labelBytes = 63;

export interface Announced {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly authorityHash: string;
}

/** Announces a hub on the local network until the function that it gives is called. */
export type AnnounceHub = (hub: Announced) => () => void;

/** A hub as it announces itself. */
export interface AnnouncedHub extends FoundHub {
  readonly authorityHash: string;
}

export interface HubFinder {
  readonly announce: AnnounceHub;
  /** Hubs that announce themselves at present; listening begins with the first question. */
  found(): readonly AnnouncedHub[];
  end(): void;
}

/**
 * Finds hubs by mDNS (`_xunji._tcp`). What is announced is a hint for a person who has a code and compares the fingerprint, and nothing
 * more. A network that allows no multicast, or a socket that fails, finds nothing: joining by card needs none of it.
 */
export function createHubFinder(onError: (error: unknown) => void): HubFinder {
  let bonjour: Bonjour | null = null;
  let browser: ReturnType<Bonjour['find']> | null = null;
  const line = () => (bonjour ??= new Bonjour({}, onError));
  return {
    announce({ name, host, port, authorityHash }) {
      // Two hubs of one name on a network would end each other's announcement.
      const unique = `${cut(name, labelBytes - 9)} ${authorityHash.slice(0, 8)}`;
      const txt = { name, host, authority: authorityHash };
      const service = line().publish({ name: unique, type, port, txt, probe: false });
      service.on('error', onError);
      return () => void service.stop();
    },
    found() {
      browser ??= line().find({ type });
      return browser.services.flatMap((service): AnnouncedHub[] => {
        const { name, host, authority } = (service.txt ?? {}) as Readonly<Record<string, unknown>>;
        const read = foundHubSchema.safeParse({
          name: typeof name === 'string' ? name.slice(0, 100) : '',
          serverUrl: `https://${bracketed(String(host))}:${service.port}`,
        });
        return read.success ? [{ ...read.data, authorityHash: String(authority) }] : [];
      });
    },
    end() {
      browser?.stop();
      bonjour?.destroy();
    },
  };
}

/** As much of a text as these bytes of UTF-8 hold. */
function cut(text: string, bytes: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}

/** IPv6 as an address of the web has it. */
function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
