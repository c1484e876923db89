import type { BundleDeskParts } from './bundle-parts';

/**
 * Whose data this laptop gives and takes by bundles: of the office that it has joined; without one, of the first whose bundle it took in. ''
 * where nobody has said yet: neither a bundle, nor the office that it joined, whose data must not be called another's meanwhile.
 */
export function officeOfBundles({ office, state }: Pick<BundleDeskParts, 'office' | 'state'>): string {
  return office() ?? state.now().office;
}
