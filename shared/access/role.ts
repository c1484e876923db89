import { z } from 'zod';

/** 检查员, 文秘, 管理员, 领导. */
export const roles = ['inspector', 'secretary', 'administrator', 'leader'] as const;

export const roleSchema = z.enum(roles);

export type Role = z.infer<typeof roleSchema>;

/** Whose checklists an office takes; presets are the administrator's alone. */
export function mayMakeChecklists(role: Role): boolean {
  return role === 'administrator' || role === 'secretary';
}
