/** The engine's reference ("/data/hazards[1]/photo") without the form's root: the path that a sheet knows. */
export function pathOf(reference: string): string {
  return reference.split('/').slice(2).join('/');
}
