import type { NewPerson } from './add-to-register';

/**
 * "王立 副区长 临江区人民政府" as name, posts and unit, parted by spaces of either width; several posts by 、. Where there are more
 * than two words behind the name, all but the last are posts.
 */
export function readPerson(typed: string): NewPerson {
  const [name = '', ...rest] = typed.trim().split(/[\s\u3000]+/);
  const unit = rest.length > 1 ? (rest.at(-1) ?? '') : '';
  const posts = (unit === '' ? rest : rest.slice(0, -1)).flatMap((word) => word.split(/[、，,]/));
  return { name, posts: posts.filter((post) => post !== ''), unit };
}
