import { acceptChanges } from '../../../server/changes/accept-changes';
import type { Database } from '../../../server/database/database';
import type { Change } from '../../../shared/changes/change';
import type { Json } from '../../../shared/json';
import { asOffice } from '../as-office';
import { noteChange } from '../note-change';

export type Values = Readonly<Record<string, Json>>;

export interface Plain {
  readonly kind: Change['kind'];
  readonly tour: string;
  readonly values: Values;
}

/** Tours as plain values beside the server, so that what ought to be shown is found without any of its lists. */
export class Field {
  readonly records = new Map<string, Plain>();
  readonly #last = new Map<string, string>();

  constructor(readonly database: Database) {}

  async write(edits: readonly (Plain & { readonly id: string })[]): Promise<void> {
    const changes = edits.map(({ id, kind, tour, values }) => {
      const fields = Object.entries(values).map(([name, value]) => {
        const last = this.#last.get(`${id} ${name}`);
        return [name, { value, replaces: last === undefined ? [] : [last] }];
      });
      const change = noteChange({
        scope: tour,
        kind,
        record: id,
        fields: Object.fromEntries(fields) as Change['fields'],
      });
      for (const name of Object.keys(values)) this.#last.set(`${id} ${name}`, change.id);
      this.records.set(id, { kind, tour, values: { ...this.records.get(id)?.values, ...values } });
      return change;
    });
    const asked = { protocol: 2 as const, device: 'office', epoch: null, cursors: {}, views: {} };
    const { refused } = await acceptChanges(this.database, { ...asked, changes }, asOffice);
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
  }

  live(kind: string): readonly (readonly [string, Plain])[] {
    return [...this.records].filter(
      ([, { kind: own, values }]) => own === kind && values['deleted'] !== true,
    );
  }

  /** What somebody ought to be shown: open, at a site of one of his stops, and nothing of his own teams. */
  due(person: string, away: readonly string[] = []): readonly string[] {
    const tours = new Set(this.live('tour').map(([id]) => id));
    const teams = new Set<Json | undefined>(
      this.live('team')
        .filter(([, { values }]) => (values['members'] as string[]).includes(`person-${person}`))
        .map(([id]) => id),
    );
    const stops = this.live('stop');
    const goesTo = new Set(
      stops
        .filter(([, { tour, values }]) => teams.has(values['team']) && !away.includes(tour))
        .map(([, { values }]) => values['site']),
    );
    const isOpen = ({ kind, values }: Plain) =>
      (kind === 'issue' && values['solvedOnSite'] !== true) ||
      (kind === 'task' && values['status'] !== 'closed') ||
      (kind === 'request' && values['settled'] !== true);
    return ['issue', 'task', 'request']
      .flatMap((kind) => this.live(kind))
      .filter(([, plain]) => {
        const stop = stops.find(([id]) => id === plain.values['stop'])?.[1];
        const isOwn = stop && teams.has(stop.values['team']) && !away.includes(plain.tour);
        return stop && !isOwn && isOpen(plain) && goesTo.has(stop.values['site']) && tours.has(plain.tour);
      })
      .map(([id]) => id)
      .toSorted();
  }
}
