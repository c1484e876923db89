import { useTranslation } from 'react-i18next';
import type { Sentence } from '../../../shared/documents/document';
import type { Choice } from './document-page';

/** A sentence that can be asked for its evidence. A span, since a button would not flow over lines like text. */
export function SentenceView({ sentence, chosen, onChoose }: { readonly sentence: Sentence } & Choice) {
  const { t } = useTranslation();
  return (
    <span
      role="button"
      tabIndex={0}
      title={t('minutes.sentence')}
      aria-pressed={chosen === sentence}
      className={`sentence sentence-${sentence.written}`}
      onClick={() => onChoose(sentence)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(sentence);
      }}
    >
      {sentence.text}
    </span>
  );
}
