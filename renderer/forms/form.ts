import type { Json } from '../../shared/json';

/** Answers as a sheet keeps them: by the path of the question ("hazards[1]/photo"), as text. */
export type Answers = Readonly<Record<string, Json>>;

export const questionTypes = [
  'text',
  'integer',
  'decimal',
  'date',
  'time',
  'dateTime',
  'one',
  'many',
  'rank',
  'range',
  'file',
  'acknowledge',
  'note',
] as const;

export type QuestionType = (typeof questionTypes)[number];

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Bounds {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** What is wrong with an answer; `message` is the form's own words in the language set, empty where it has none. */
export interface Violation {
  readonly kind: 'required' | 'constraint';
  readonly message: string;
}

/** A question as it stands now. A tree is made anew after every change: nothing in it changes. */
export interface Question {
  readonly kind: 'question';
  /** The same as long as the question is there, also when a repeat before it goes. */
  readonly key: string;
  readonly path: string;
  readonly type: QuestionType;
  readonly label: string;
  readonly hint: string;
  readonly appearances: readonly string[];
  readonly required: boolean;
  readonly readonly: boolean;
  /** As ODK keeps it: chosen names parted by spaces, ISO 8601, "OK" for what was acknowledged, the id of a file. */
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly bounds: Bounds | null;
  /** How many lines a text is given; null where the form does not say. */
  readonly rows: number | null;
  /** Kinds of files that are asked for, as an input's `accept`. */
  readonly accept: string;
  readonly violation: Violation | null;
}

export interface Group {
  readonly kind: 'group';
  readonly key: string;
  readonly path: string;
  readonly label: string;
  readonly appearances: readonly string[];
  readonly children: readonly FormNode[];
}

export interface Repeat {
  readonly kind: 'repeat';
  readonly key: string;
  readonly path: string;
  readonly label: string;
  readonly instances: readonly Group[];
  /** False where repeat_count decides how many there are. */
  readonly free: boolean;
}

export type FormNode = Question | Group | Repeat;

/** A value of the form, shown or hidden. `calculated`: the form made it, nobody typed it. */
export interface Leaf {
  readonly path: string;
  readonly value: string;
  readonly calculated: boolean;
  readonly relevant: boolean;
  /** Words of somebody's own, not one of several answers. */
  readonly isText: boolean;
}

/** A form that is being filled. Only what is relevant is in the tree; what is hidden keeps its value. */
export interface Form {
  /** The same object until something changes. */
  tree(): readonly FormNode[];
  leaves(): readonly Leaf[];
  set(key: string, value: string): void;
  addInstance(key: string): void;
  removeInstance(key: string, index: number): void;
  /** Takes over answers that were given elsewhere; null for one that is gone. */
  apply(answers: Answers): void;
  setLanguage(language: string): void;
  subscribe(listener: () => void): () => void;
}
