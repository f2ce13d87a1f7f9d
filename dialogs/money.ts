import type { ProcedureEntry } from '../knowledge/entry.ts'

export type Fees = NonNullable<ProcedureEntry['fees']>

/** An amount as citizens read it: `66.5` → "66,50 zł", `12000` → "12 000 zł". */
export function zloty(amount: number): string {
  const [whole = '0', cents] = amount.toFixed(2).split('.')
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ' ') : whole
  return cents === '00' ? `${grouped} zł` : `${grouped},${cents} zł`
}

/** What one situation costs in all. Added in grosze, as halves of a grosz do not add up. */
export function sumOf(fee: Fees['cases'][number]): number {
  return fee.items.reduce((sum, item) => sum + Math.round(item.amount * 100), 0) / 100
}

type FeeRange = { readonly lowest: number; readonly highest: number }

/** The lowest and the highest sum among the situations; nothing when there are none. */
export function feeRange(fees: Fees): FeeRange | undefined {
  const sums = fees.cases.map(sumOf)
  return sums.length > 0 ? { lowest: Math.min(...sums), highest: Math.max(...sums) } : undefined
}
