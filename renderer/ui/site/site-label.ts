import type { Site } from '../../../shared/records/site';

/** What a site of the register is called in a list. */
export function siteLabel(site: Site): string {
  return site.project || site.name || site.enterprise;
}
