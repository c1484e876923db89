import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../data/store-context';
import { usePeople } from '../../data/use-choices';
import type { TourView } from '../../data/use-tour-view';
import { addPersonTo } from './add-to-register';
import type { FieldProps } from './field-props';
import { PickField } from './pick-field';

interface PersonFieldProps extends FieldProps {
  readonly view: TourView;
  readonly autoFocus?: boolean;
}

/** A person of the roster in the order of rank, or any words. */
export function PersonField({ view, ...field }: PersonFieldProps) {
  const { t } = useTranslation();
  const store = useStore();
  const [typed, setTyped] = useState('');
  const names = usePeople(view, typed).map(({ name, posts }) => ({ name, more: posts.join('、') }));
  return (
    <PickField
      {...field}
      names={names}
      onTyped={setTyped}
      placeholder={t('stop.speakerHint')}
      add={{
        words: (name) => t('capture.addPerson', { name }),
        onAdd: (name) => void addPersonTo(store, view)({ name, posts: [], unit: '' }),
      }}
    />
  );
}
