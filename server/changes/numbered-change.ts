export type { NumberedChange } from '../../shared/sync/server-store';
