/** The part of XLSForm's expression language that `relevant` may use here. */
export type Expression =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'answer'; readonly name: string }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly inner: Expression }
  | { readonly kind: 'selected'; readonly list: Expression; readonly choice: Expression };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export const comparisons: readonly string[] = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
] satisfies readonly Comparison[];
