/**
 * Why the office erases a conversation. Closed, as it stands in the audit log for years: words of one's own would bring in names.
 * `asked`: the citizen wishes it; `objected`: they object to the processing; `unlawful`: it should not have been kept;
 * `mistake`: it was written in the wrong place, such as another person's data.
 */
export const ERASING_REASONS = ['asked', 'objected', 'unlawful', 'mistake'] as const

export type ErasingReason = (typeof ERASING_REASONS)[number]
