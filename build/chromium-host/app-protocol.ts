type Handler = (request: Request) => Response | Promise<Response>;

interface SchemePrivileges {
  readonly standard?: boolean;
  readonly secure?: boolean;
}

/**
 * `electron.protocol`. Chromium cannot be taught a scheme from outside, so `app://bundle/x` lives in the window as
 * `https://bundle.app.localhost/x`: a secure origin of its own that never resolves; requests to it are
 * answered through CDP. The main process only ever sees the real scheme.
 */
export class AppProtocol {
  readonly hostHandlers = new Map<string, Handler>();
  private readonly privileged = new Map<string, SchemePrivileges>();
  private readonly isStarted: () => boolean;

  constructor(isStarted: () => boolean) {
    this.isStarted = isStarted;
  }

  registerSchemesAsPrivileged(
    schemes: readonly { readonly scheme: string; readonly privileges?: SchemePrivileges }[],
  ): void {
    if (this.isStarted()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme, privileges } of schemes) this.privileged.set(scheme, privileges ?? {});
  }

  handle(scheme: string, handler: Handler): void {
    if (this.hostHandlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`);
    // Without these two a real custom scheme has no origin, no storage and no crypto.subtle.
    const { standard, secure } = this.privileged.get(scheme) ?? {};
    if (!standard || !secure) {
      throw new Error(`the Chromium host serves only schemes registered as standard and secure: ${scheme}`);
    }
    this.hostHandlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.hostHandlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.hostHandlers.has(scheme);
  }
}

/** The handler for a real address (`app://...`), if its scheme has one. */
export function handlerFor(protocol: AppProtocol, url: string): Handler | undefined {
  return protocol.hostHandlers.get(url.slice(0, url.indexOf(':')));
}

/** `app://bundle/x` -> `https://bundle.app.localhost/x`; other addresses stay. */
export function toWindowUrl(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/is.exec(url);
  const [, scheme = '', host = '', rest = ''] = match ?? [];
  if (!match || /^(https?|file|wss?|chrome|devtools)$/i.test(scheme)) return url;
  return `https://${host}.${scheme}.localhost${rest.startsWith('/') ? rest : `/${rest}`}`;
}

/** The way back; only hosts of the form `<host>.<scheme>.localhost` are ours. */
export function toAppUrl(url: string): string {
  const match = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.localhost(?=[/?#]|$)(.*)$/is.exec(url);
  return match ? `${match[2]}://${match[1]}${match[3]}` : url;
}

/** `app://bundle/x` -> `app://bundle`: Node calls the origin of such an address 'null', Electron does not. */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return 'null';
  const { protocol, host, origin } = new URL(url);
  return origin === 'null' && host !== '' ? `${protocol}//${host}` : origin;
}
