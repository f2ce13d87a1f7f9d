/** An e-mail address that was found, as a mail server takes it: without spaces, and with its signs where they were said in words. */
export function mailAddress(found: string): string {
  return found
    .replace(/ ?[([] ?(?:at|ma[łl]pa) ?[)\]] ?| ma[łl]pa /i, '@')
    .replace(/ kropka |,/gi, '.')
    .replace(/\s/g, '')
}
