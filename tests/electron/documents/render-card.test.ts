import { describe, expect, it } from 'vitest';
import { renderCard } from '../../../electron/documents/render-card';
import { type CardPage, cardPageSchema, composeCardPage } from '../../../shared/access/card-page';
import { joinCardText } from '../../../shared/protocol/join-card';
import { hostileStrings } from '../../shared/documents/hostile-strings';

const card = { serverUrl: 'https://xunji.test:8787', code: 'ABCDE23456', authorityHash: 'ab'.repeat(32) };
const toPrint = {
  kind: 'office',
  language: 'zh',
  card,
  line: joinCardText(card),
  qr: { cells: 21, path: 'M0 0h7v1H0zM8,0 h1v1H8z' },
  holder: '周敏',
  office: '临江区督查室',
  until: '11月24日 09:00',
} as const;

describe('a card to print', () => {
  it('says who joins what until when, with the code, the fingerprint and the QR code, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const page = cardPageSchema.parse(composeCardPage({ ...toPrint, language }));
      const html = renderCard(page);
      for (const words of [
        '周敏',
        '临江区督查室',
        '11月24日 09:00',
        'https://xunji.test:8787',
        'ABCDE-23456',
      ])
        expect(html).toContain(words);
      expect(html).toContain('<path d="M0 0h7v1H0zM8,0 h1v1H8z"/>');
      expect(page.facts.at(-1)?.value).toMatch(/^(\d{5} ){5}\d{5}$/);
    }
    expect(renderCard(composeCardPage({ ...toPrint, language: 'en' }))).not.toMatch(/入网|登记码/);
  });

  it('asks nobody to compare a fingerprint that there is not', () => {
    const here = { ...card, serverUrl: 'http://127.0.0.1:8787', authorityHash: '' };
    const page = composeCardPage({ ...toPrint, card: here, line: joinCardText(here) });
    expect(JSON.stringify([page.facts, page.steps])).not.toContain('指纹');
  });

  it('takes hostile words as words, and nothing but squares as a QR code', () => {
    const page: CardPage = {
      ...composeCardPage(toPrint),
      steps: [...hostileStrings],
      title: hostileStrings[0] ?? '',
    };
    expect(renderCard(page)).not.toMatch(/<script|<img/i);
    const forged = { ...page, qr: { cells: 21, path: '"/><script>alert(1)</script>' } };
    expect(cardPageSchema.safeParse(forged).success).toBe(false);
  });
});
