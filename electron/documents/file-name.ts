/** Windows forbids these; a name may not end in a dot or a space there, and device names may not stand alone. */
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const longest = 80;

/** "<title>-纪要.docx": a title as the beginning of a file name that every system takes. Never empty, never a path. */
export function fileNameOf(title: string, ending: string): string {
  return `${fileStem(title) || '未命名活动'}-${ending}`;
}

/** The name of a file as it came from elsewhere, made safe for every system; its ending stays. */
export function cleanFileName(name: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(name) ?? [];
  const cleaned = fileStem(stem);
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(cleaned);
  return `${cleaned === '' || isDevice ? `_${cleaned}` : cleaned}${ending}`;
}

/** A name as every system takes it before the dot; empty where nothing of it can stay. */
export function fileStem(title: string): string {
  const cleaned = title
    .replace(forbidden, '＿')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
  return Array.from(cleaned).slice(0, longest).join('').trim();
}
