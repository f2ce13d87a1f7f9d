/**
 * What somebody may do at the desk. A clerk answers, an editor changes answers, a supervisor sees all departments and takes
 * over, an administrator manages accounts and settings, an auditor reads the audit log and nothing else.
 */
export const ROLES = ['clerk', 'editor', 'supervisor', 'administrator', 'auditor'] as const

export type Role = (typeof ROLES)[number]

export function isRole(value: unknown): value is Role {
  return ROLES.some(role => role === value)
}
