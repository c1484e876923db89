/** Columns of the survey that Xunji uses, by their name in XLSForm, and whether they may have a language. */
export const surveyColumns: Readonly<Record<string, 'plain' | 'expression' | 'translated'>> = {
  type: 'plain',
  name: 'plain',
  label: 'translated',
  hint: 'translated',
  guidance_hint: 'translated',
  constraint_message: 'translated',
  required_message: 'translated',
  image: 'translated',
  'big-image': 'translated',
  audio: 'translated',
  video: 'translated',
  required: 'expression',
  relevant: 'expression',
  constraint: 'expression',
  calculation: 'expression',
  read_only: 'expression',
  choice_filter: 'expression',
  repeat_count: 'expression',
  default: 'plain',
  trigger: 'plain',
  parameters: 'plain',
  appearance: 'plain',
  disabled: 'plain',
  xunji_weight: 'plain',
};

/** Columns of the choices. Every other one can be used in choice_filter under its own name. */
export const choiceColumns: Readonly<Record<string, 'plain' | 'translated'>> = {
  list_name: 'plain',
  name: 'plain',
  label: 'translated',
  image: 'translated',
  'big-image': 'translated',
  audio: 'translated',
  video: 'translated',
  xunji_points: 'plain',
};

/** Cells of the settings that Xunji uses. */
export const settingsColumns: readonly string[] = [
  'form_title',
  'form_id',
  'version',
  'default_language',
  'instance_name',
  'allow_choice_duplicates',
];

export const mediaColumns: readonly string[] = ['image', 'big-image', 'audio', 'video'];

export const translatedColumns: ReadonlySet<string> = new Set(
  [...Object.entries(surveyColumns), ...Object.entries(choiceColumns)].flatMap(([name, kind]) =>
    kind === 'translated' ? [name] : [],
  ),
);

export const expressionColumns: readonly string[] = Object.entries(surveyColumns).flatMap(([name, kind]) =>
  kind === 'expression' ? [name] : [],
);

/** What the parameters of a question may be, by type; "select" stands for all selects. */
export const parameters: Readonly<Record<string, readonly string[]>> = {
  text: ['rows'],
  range: ['start', 'end', 'step'],
  select: ['randomize', 'seed', 'value', 'label'],
};
