export interface SampleRemark {
  /** A name from the sheet 人员. */
  readonly speaker: string;
  readonly verb: '强调' | '指出' | '要求' | '鼓励';
  readonly addressee: string;
  readonly text: string;
}

export interface SampleIssue {
  readonly title: string;
  readonly description: string;
  readonly category: '安全生产' | '消防安全' | '生态环境' | '要素保障' | '工程进度' | '质量管理';
  /** 一般, 较大, 重大. */
  readonly severity: 'minor' | 'major' | 'critical';
  readonly responsibleUnit: string;
  readonly solvedOnSite: boolean;
  /** What was done on the spot; present exactly when `solvedOnSite` is true. */
  readonly solution?: string;
  /** File names in build/samples/photos. */
  readonly photos: readonly string[];
}

/** Checklist answers by item name: text and dates (YYYY-MM-DD), numbers, or the names chosen. */
export type SampleAnswers = Readonly<Record<string, string | number | readonly string[]>>;

/** What a team wrote down at one stop, named by its team and order. */
export interface SampleVisit {
  readonly team: string;
  readonly order: number;
  readonly notes: readonly string[];
  readonly remarks: readonly SampleRemark[];
  readonly issues: readonly SampleIssue[];
  readonly photos: readonly string[];
  readonly answers: SampleAnswers;
}
