import type { Site } from './site';
import type { Stop } from './stop';

/** What people call a stop: its project, or else the name of its site; the spot where nothing else is known. */
export function stopTitle(stop: Stop, site: Site | undefined): string {
  return site?.project || site?.name || site?.enterprise || stop.spot || String(stop.order);
}
