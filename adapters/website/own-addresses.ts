const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1)(?=:|$)/

/** The addresses under which pages of the service itself are seen: on this machine there are two names for one. */
export function ownAddresses(url: string): readonly string[] {
  const { origin } = new URL(url)
  if (!LOOPBACK.test(origin)) return [origin]
  return ['http://127.0.0.1', 'http://localhost'].map(host => origin.replace(LOOPBACK, host))
}
