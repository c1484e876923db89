const javaRosa = 'http://openrosa.org/javarosa';

/** Says of a repeat of this form whether a count decides how many entries it has; its path may name entries ("a[2]/b"). */
export function isCountedIn(formXml: string): (repeatPath: string) => boolean {
  const form = new DOMParser().parseFromString(formXml, 'application/xml');
  const counted = new Set(
    [...form.querySelectorAll('repeat')]
      .filter((repeat) => repeat.hasAttributeNS(javaRosa, 'count'))
      .map((repeat) => (repeat.getAttribute('nodeset') ?? '').split('/').slice(2).join('/')),
  );
  return (repeatPath) => counted.has(repeatPath.replaceAll(/\[\d+\]/g, ''));
}
