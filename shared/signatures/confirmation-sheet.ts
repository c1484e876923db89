import { z } from 'zod';
import type { Signature } from '../records/signature';
import { strokesSchema } from '../records/signature';
import { type Findings, isChangedSinceSigned } from './signed-words';
import { shownCode } from './signed-content';
import { sheetWords } from './sheet-words';

const text = z.string().max(20_000);
const factSchema = z.object({ name: text, value: text });

/** A 现场确认单 without layout: one page that an enterprise keeps, in the words that were signed. */
export const confirmationSheetSchema = z.object({
  language: z.enum(['zh', 'en']),
  title: text,
  /** Name and value, two to a row. */
  facts: z.array(factSchema).max(12),
  /** The two parts with text, line by line. */
  parts: z.array(z.object({ name: text, lines: z.array(text).max(400) })).max(4),
  signature: z.object({ name: text, strokes: strokesSchema, lines: z.array(text).max(8) }),
  /** Below the table: the code, and what is to be known of it. */
  notes: z.array(text).max(4),
  /** What the file is called, without its ending. */
  file: text,
});

export type ConfirmationSheet = Readonly<z.infer<typeof confirmationSheetSchema>>;

/**
 * The sheet of a signature. `records` are the findings as they stand now, to say when they were changed; `digest` is taken
 * anew, to show that what was signed stands as it was signed.
 */
export function composeSheet(
  signature: Signature,
  tour: string,
  records: Findings,
  digest: string,
): ConfirmationSheet {
  const words = sheetWords[signature.language];
  const { facts, signatures } = words;
  const { signer, post, unit, place, address, author, at, way, witness } = signature;
  const when = at.slice(0, 16).replace('T', ' ');
  const line = (name: string, value: string) => (value === '' ? [] : [`${name}${words.colon}${value}`]);
  return {
    language: signature.language,
    title: words.title,
    facts: [
      { name: facts.place, value: place },
      { name: facts.time, value: when },
      { name: facts.unit, value: unit },
      { name: facts.inspector, value: author },
      { name: facts.address, value: address },
      { name: facts.tour, value: tour },
    ].filter(({ value }) => value !== ''),
    parts: [
      { name: facts.statement, lines: signature.statement.split('\n') },
      { name: facts.opinion, lines: opinion(signature) },
    ],
    signature: {
      name: signatures.drawn,
      strokes: way === 'drawn' ? [...signature.strokes] : [],
      lines: [
        ...line(
          signatures.signer,
          way === 'refused' ? '' : `${signer}${way === 'typed' ? signatures.typed : ''}`,
        ),
        ...line(signatures.post, way === 'refused' ? '' : post),
        // 拒签 without somebody who saw it is weaker: the paper says so.
        ...line(signatures.witness, witness || (way === 'refused' ? words.noWitness : '')),
        ...line(signatures.at, when),
      ],
    },
    notes: [
      signature.digest === '' ? words.unchecked : words.code(shownCode(signature.digest)),
      ...(signature.digest !== '' && signature.digest !== digest ? [words.altered] : []),
      ...(isChangedSinceSigned(signature, records) ? [words.changed] : []),
    ],
    file: [words.title, place, signer].filter((part) => part !== '').join(' '),
  };
}

function opinion({ language, objection, way, refusal, signer, post }: Signature): string[] {
  const words = sheetWords[language];
  const said = objection.trim() === '' ? [] : [`${words.objection}${objection.trim()}`];
  if (way !== 'refused') return said.length === 0 ? [words.agreed] : said;
  const who = [post, signer].filter((part) => part !== '').join(language === 'en' ? ' ' : '');
  return [`${who === '' ? '' : `${who}${words.colon}`}${words.refused}${refusal.trim()}`, ...said];
}
