import { EventEmitter } from 'node:events';
import { guard, notInHost } from './guard';

type Listener = (...args: unknown[]) => void;

/**
 * An EventEmitter whose unknown properties and unknown event names throw. The constructor returns the guarded
 * proxy, so `this` is the proxy everywhere in a subclass and object identity holds (`===`) for the app.
 * Subclasses must not use #private fields: those are not reachable through a proxy.
 */
export class GuardedEmitter extends EventEmitter {
  readonly guardedName: string;
  readonly guardedEvents: ReadonlySet<string>;

  constructor(name: string, events: readonly string[]) {
    super();
    this.guardedName = name;
    this.guardedEvents = new Set([...events, 'newListener', 'removeListener']);
    return guard(name, this);
  }

  override on(event: string | symbol, listener: Listener): this {
    this.requireKnownEvent(event);
    return super.on(event, listener);
  }

  override addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }

  override prependListener(event: string | symbol, listener: Listener): this {
    this.requireKnownEvent(event);
    return super.prependListener(event, listener);
  }

  private requireKnownEvent(event: string | symbol): void {
    if (typeof event === 'string' && !this.guardedEvents.has(event)) {
      throw notInHost(`${this.guardedName}.on('${event}')`);
    }
  }
}
