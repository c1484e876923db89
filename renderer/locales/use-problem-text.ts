import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, type Problem, describeProblem } from '../../shared/problems';

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}

/** The sentence of a problem in the reader's language. */
export function useProblemText(): (problem: Problem) => string {
  const language = useLanguage();
  return useCallback((problem) => describeProblem(problem, language), [language]);
}
