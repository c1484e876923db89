import { InputNumber, Radio, Slider } from 'antd';
import type { AnswerProps } from './answer-control';
import { useFill } from './fill-context';

/**
 * A slider with the number beside it: the one for a thumb, the other for the keyboard. "picker" has the number alone, "rating"
 * stars.
 */
export function RangeAnswer({ question, labelId }: AnswerProps) {
  const fill = useFill();
  const { start, end, step } = question.bounds ?? { start: 0, end: 10, step: 1 };
  const [least, most] = [Math.min(start, end), Math.max(start, end)];
  const value = question.value === '' ? null : Number(question.value);
  const set = (next: number | null) => fill.set(question, next === null ? '' : String(next), 'typing');
  if (question.appearances.includes('rating')) {
    const stars = Array.from({ length: most }, (_, index) => index + 1);
    return (
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        aria-labelledby={labelId}
        value={value}
        options={stars.map((star) => ({ value: star, label: `${star} ★` }))}
        onChange={(event) => set(Number(event.target.value))}
      />
    );
  }
  const ticks = question.appearances.includes('no-ticks') ? undefined : { [least]: least, [most]: most };
  return (
    <div className="range-line">
      {!question.appearances.includes('picker') && (
        <Slider
          className="range-slider"
          min={least}
          max={most}
          step={step}
          value={value ?? least}
          ariaLabelledByForHandle={labelId}
          marks={ticks}
          onChange={set}
        />
      )}
      <InputNumber
        className="range-number"
        aria-labelledby={labelId}
        min={least}
        max={most}
        step={step}
        value={value}
        onChange={set}
      />
    </div>
  );
}
