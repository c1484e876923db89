import type { TFunction } from 'i18next';
import type { JoinWords } from './join-settings';

/** What the form says where an office is joined. */
export function joinWords(t: TFunction): JoinWords {
  return {
    title: t('office.title'),
    hint: t('office.hint'),
    card: t('office.card'),
    cardWrong: t('office.cardWrong'),
    address: t('office.address'),
    code: t('office.code'),
    join: t('office.join'),
    joining: t('office.joining'),
    compare: t('office.compare'),
    same: t('office.same'),
  };
}

/** What it says where a hub is. */
export function hubWords(t: TFunction): JoinWords {
  return {
    title: t('hub.joinTitle'),
    hint: t('hub.joinHint'),
    card: t('hub.cardText'),
    cardWrong: t('hub.cardWrong'),
    address: t('hub.joinAddress'),
    code: t('hub.code'),
    join: t('hub.join'),
    joining: t('hub.joining'),
    compare: t('hub.compare'),
    same: t('hub.same'),
  };
}
