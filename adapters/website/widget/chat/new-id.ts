/** 128 random bits. `crypto.randomUUID` is missing on pages without https, such as an intranet's. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
