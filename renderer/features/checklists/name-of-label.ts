import { pinyin } from 'pinyin-pro';

/** Long enough to be told apart, short enough for an expression. */
const longest = 24;

/** A name for a question or a choice, made from its label: the pinyin of its characters, in letters that XForms take everywhere. */
export function nameOfLabel(label: string, otherwise: string): string {
  const words = pinyin(label.slice(0, 40), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((word) => word.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'))
    .join('_')
    .replaceAll(/_+/g, '_');
  const short = words.slice(0, longest).replace(/^_+|_+$/g, '');
  if (short === '') return otherwise;
  return /^[a-z]/.test(short) ? short : `${otherwise}_${short}`;
}
