/** The noun as Polish counts it: 1 znak, 2–4, 22–24, 32–34… znaki, else znaków. */
export function counted(count: number, one: string, few: string, many: string): string {
  if (count === 1) return one
  const isFew = [2, 3, 4].includes(count % 10) && ![12, 13, 14].includes(count % 100)
  return isFew ? few : many
}
