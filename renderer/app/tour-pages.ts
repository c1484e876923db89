import type { TFunction } from 'i18next';

/** The pages of a tour: where they are and what they are called, in the order of the bar. */
export function tourPages(tour: string, t: TFunction): readonly (readonly [to: string, label: string])[] {
  const base = `/tours/${tour}`;
  return [
    [base, t('frame.overview')],
    [`${base}/plan`, t('plan.title')],
    [`${base}/timeline`, t('timeline.title')],
    [`${base}/meetings`, t('capture.meetings')],
    [`${base}/checks`, t('checks.title')],
    [`${base}/evening`, t('evening.title')],
    [`${base}/scores`, t('scores.title')],
    [`${base}/photos`, t('frame.photos')],
    [`${base}/minutes`, t('frame.minutes')],
  ];
}
