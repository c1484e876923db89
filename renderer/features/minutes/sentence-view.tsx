import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Sentence } from '../../../shared/documents/document';

export interface Choice {
  /** The place of every sentence in the document, by which the address names it. */
  readonly places: ReadonlyMap<Sentence, number>;
  readonly chosen: Sentence | undefined;
}

/** A sentence that can be asked for its evidence. A link, since a button would not flow over lines like text. */
export function SentenceView({ sentence, places, chosen }: { readonly sentence: Sentence } & Choice) {
  const { t } = useTranslation();
  return (
    <Link
      replace
      to={{ search: `?sentence=${places.get(sentence) ?? ''}` }}
      title={t('minutes.sentence')}
      aria-current={chosen === sentence ? 'true' : undefined}
      className="sentence"
    >
      {sentence.text}
    </Link>
  );
}
