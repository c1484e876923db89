import { mayChange } from './may-change';
import { refuseCall } from './may-call';
import { scopesIn, viewOf } from './view-of';

/** The first wall, as one thing: a test takes it away to see that the second one, in the database, holds by itself. */
export const accessRules = { refuseCall, scopesIn, viewOf, mayChange };

export type AccessRules = typeof accessRules;
