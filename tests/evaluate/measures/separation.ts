/**
 * Area under the receiver operating characteristic: how often a known question is surer than an unknown one, equals
 * counting half. Ranks as in the test of Mann and Whitney (1947).
 */
export function separation(known: readonly number[], unknown: readonly number[]): number {
  const all = [...known.map(value => ({ value, isKnown: true })), ...unknown.map(value => ({ value, isKnown: false }))]
  all.sort((a, b) => a.value - b.value)
  let ranks = 0
  for (let start = 0; start < all.length; ) {
    let end = start
    while (end < all.length && all[end]?.value === all[start]?.value) end++
    const meanRank = (start + 1 + end) / 2
    ranks += meanRank * all.slice(start, end).filter(({ isKnown }) => isKnown).length
    start = end
  }
  return (ranks - (known.length * (known.length + 1)) / 2) / (known.length * unknown.length)
}
