/** The scopes of the changes in a reply, each once. */
export function scopesIn(body: string): readonly string[] {
  const { newer = [], views = {} } = JSON.parse(body) as {
    newer?: { scope: string }[];
    views?: Record<string, string>;
  };
  return [...new Set([...newer.map(({ scope }) => scope), ...Object.keys(views)])].sort();
}
