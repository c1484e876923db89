/** One expected failure: `status` is what the server answers with; what happened and what to do, in both languages. */
export interface ProblemText {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}
