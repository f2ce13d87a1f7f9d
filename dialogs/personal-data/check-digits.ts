// Each check takes the bare signs, without separators: capitals and ASCII digits, as many as the number has.

/** Where `signs[i]` weighs `weights[i]`; the weights repeat. 0–9 are worth themselves, A is 10, Z is 35. */
function weigh(signs: string, weights: readonly number[], worth = base36): number {
  return [...signs].reduce((sum, sign, index) => sum + worth(sign) * (weights[index % weights.length] ?? 0), 0)
}

function base36(sign: string): number {
  return Number.parseInt(sign, 36)
}

/** Eleven digits: the check digit, and a birthday that was or will be. */
export function isPesel(signs: string): boolean {
  return weigh(signs, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0 && isBirthday(signs)
}

/** The month carries the century: 81–92 for 1800s, 01–12 for 1900s, 21–32 for 2000s, 41–52 and 61–72 for what follows. */
function isBirthday(signs: string): boolean {
  const [year = 0, month = 0, day = 0] = [0, 2, 4].map(at => Number(signs.slice(at, at + 2)))
  const century = [1900, 2000, 2100, 2200, 1800][Math.floor(month / 20)] ?? 0
  const monthOfYear = month % 20
  const lastDay = new Date(Date.UTC(century + year, monthOfYear, 0)).getUTCDate()
  return monthOfYear >= 1 && monthOfYear <= 12 && day >= 1 && day <= lastDay
}

/** Ten digits, with or without `PL` before them. */
export function isNip(signs: string): boolean {
  const digits = signs.replace('PL', '')
  return !digits.startsWith('000') && weigh(digits.slice(0, 9), [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(digits[9])
}

/** Nine digits. */
export function isRegon9(signs: string): boolean {
  return (weigh(signs.slice(0, 8), [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(signs[8])
}

/** Fourteen digits, the first nine of which are a REGON themselves. */
export function isRegon14(signs: string): boolean {
  const sum = weigh(signs.slice(0, 13), [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8])
  return isRegon9(signs.slice(0, 9)) && (sum % 11) % 10 === Number(signs[13])
}

/** An IBAN, or the 26 digits of a Polish account without its `PL`. */
export function isIban(signs: string): boolean {
  const iban = /^\d/.test(signs) ? `PL${signs}` : signs
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map(base36).join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

/** 13–19 digits that begin as payment cards of that length do, and pass the Luhn sum. */
export function isCard(signs: string): boolean {
  const sum = [...signs].reverse().reduce((total, sign, index) => {
    const doubled = Number(sign) * (1 + (index % 2))
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return /^(4\d{12}|3\d{13,14}|([3-6]\d|2[2-7])\d{14,17})$/.test(signs) && sum % 10 === 0
}

const LAND_REGISTER_SIGNS = '0123456789XABCDEFGHIJKLMNOPRSTUWYZ'

/** A land and mortgage register: court, number and check digit, 13 signs without the slashes. */
export function isLandRegister(signs: string): boolean {
  const sum = weigh(signs.slice(0, 12), [1, 3, 7], sign => LAND_REGISTER_SIGNS.indexOf(sign))
  return sum % 10 === Number(signs[12])
}

/** Three letters and six digits. */
export function isIdCard(signs: string): boolean {
  return weigh(signs, [7, 3, 1, 9, 7, 3, 1, 7, 3]) % 10 === 0
}
