import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useTranslation } from 'react-i18next';
import './reason-field.css';
import { useFocusOnOpen } from './use-focus-on-open';

interface ReasonFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
  /** Enter in the field. */
  readonly onDone: () => void;
  readonly autoFocus: boolean;
}

const usual = ['road', 'time', 'leader', 'weather', 'closed', 'request'] as const;

/** Why the route does not follow the plan: the usual reasons by one tap, any other in words. */
export function ReasonField({ label, value, onChange, onDone, autoFocus }: ReasonFieldProps) {
  const { t } = useTranslation();
  const opened = useFocusOnOpen<TextAreaRef>();
  return (
    <div className="reason-field">
      <Input.TextArea
        ref={autoFocus ? opened : undefined}
        rows={2}
        className="growing"
        aria-label={label}
        placeholder={t('plan.reasonHint')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onPressEnter={(event) => {
          // An input method's own Enter takes its letters over and is not the person's.
          if (event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onDone();
        }}
      />
      <fieldset className="bare reason-field-usual" aria-label={t('plan.usualReasons')}>
        {usual.map((name) => (
          <Button key={name} onClick={() => onChange(t(`plan.reasons.${name}`))}>
            {t(`plan.reasons.${name}`)}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}
