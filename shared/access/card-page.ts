import { z } from 'zod';
import type { Language } from '../problems';
import type { JoinCard } from '../protocol/join-card';
import { cardPageWords } from './card-page-words';
import { digitGroups } from './digit-groups';

const text = z.string().max(2000);

/** The dark squares of a QR code as the path of an SVG; only what draws squares, so that nothing else comes onto the page. */
const qrSchema = z.object({
  cells: z.number().int().min(21).max(177),
  path: z
    .string()
    .max(200_000)
    .regex(/^[MhvHz0-9 ,]+$/),
});

/** A card for whoever joins an office or a team's hub, as one page without layout. */
export const cardPageSchema = z.object({
  language: z.enum(['zh', 'en']),
  title: text,
  /** Who joins what, under the title. */
  facts: z.array(z.object({ name: text, value: text })).max(8),
  qr: qrSchema,
  /** The one-time code, in large letters. */
  code: z.object({ name: text, value: text }),
  steps: z.array(text).max(8),
  notes: z.array(text).max(4),
  /** The whole card as one line, which is what the QR code says. */
  line: text,
  /** What the file is called, without its ending. */
  file: text,
});

export type CardPage = Readonly<z.infer<typeof cardPageSchema>>;

interface CardToPrint {
  readonly kind: 'office' | 'hub';
  readonly language: Language;
  readonly card: JoinCard;
  readonly line: string;
  readonly qr: CardPage['qr'];
  /** Whose account the card opens, or '' where it opens none of a person. */
  readonly holder: string;
  /** The office, or '' where it has no name. */
  readonly office: string;
  /** Until when it is good, as people write it. */
  readonly until: string;
}

/** The page of a card, in the words of its road. Facts that nobody knows are left out. */
export function composeCardPage({ kind, language, card, line, qr, ...about }: CardToPrint): CardPage {
  const words = cardPageWords[language];
  const { serverUrl, code, authorityHash } = card;
  const { title, steps, notes } = words[kind];
  return {
    language,
    title,
    facts: [
      { name: words.facts.of, value: about.office },
      { name: words.facts.holder, value: about.holder },
      { name: words.facts.until, value: about.until },
      { name: words.facts[kind], value: serverUrl },
      { name: words.facts.fingerprint, value: authorityHash && digitGroups(authorityHash) },
    ].filter(({ value }) => value !== ''),
    qr,
    code: { name: words.facts.code, value: `${code.slice(0, 5)}-${code.slice(5)}` },
    // Without a certificate there is nothing to compare.
    steps: authorityHash === '' ? steps.slice(0, -1) : [...steps],
    notes: [...notes],
    line,
    file: [title, about.holder].filter((part) => part !== '').join(' '),
  };
}
