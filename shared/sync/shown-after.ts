import type { Views } from '../protocol/sync';
import { isNarrower } from './lost-scopes';

/** What the server of an epoch has shown of each scope that may be on this laptop; null before any contact. */
export interface Shown {
  readonly epoch: string | null;
  readonly views: Views;
}

/**
 * What was shown, once the laptop asks with these views. A scope of which less is shown than before, or nothing, may still lie here: what was seen of it
 * counts until it has been taken off. Another server's views say nothing of what this one showed.
 */
export function shownAfter(shown: Shown, epoch: string, views: Views): Shown {
  if (shown.epoch !== epoch) return { epoch, views };
  const wider = Object.entries(shown.views).filter(([scope, before]) => isNarrower(views[scope], before));
  return { epoch, views: { ...views, ...Object.fromEntries(wider) } };
}
