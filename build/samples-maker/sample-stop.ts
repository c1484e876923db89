/** The stages a stop may stand at, in the order in which a project passes them. */
export const stages = ['签约', '开工', '在建', '扩建', '竣工', '投产', '列统', '达效'] as const;
export type Stage = (typeof stages)[number];

/** One row of the sheet 点位. */
export interface SampleStop {
  readonly team: string;
  readonly leader: string;
  readonly order: number;
  readonly district: string;
  readonly enterprise: string;
  readonly project: string;
  readonly stage: Stage;
  /** HH:MM, local. */
  readonly plannedTime: string;
  readonly address: string;
  readonly remark: string;
}
