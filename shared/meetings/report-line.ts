export interface Report {
  readonly who: string;
  /** Empty where only who reported was taken down. */
  readonly gist: string;
}

/** A report heard is one line, "谁：说了什么". A colon within the first words parts the two. */
export function readReport(line: string): Report {
  const [, who = '', gist = ''] = /^([^：:。，]{1,40})[：:]\s*([\s\S]+)$/.exec(line.trim()) ?? [];
  return gist === ''
    ? { who: line.trim().replace(/[：:]$/, ''), gist: '' }
    : { who: who.trim(), gist: gist.trim() };
}
