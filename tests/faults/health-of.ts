const PATIENCE_MS = 1000

/** What a load balancer learns: the status of each, or 0 when no answer comes in time. */
export async function healthOf(url: string): Promise<{ readonly live: number; readonly ready: number }> {
  const [live, ready] = await Promise.all(['live', 'ready'].map(name => statusOf(`${url}/health/${name}`)))
  return { live: live ?? 0, ready: ready ?? 0 }
}

async function statusOf(url: string): Promise<number> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    await response.arrayBuffer()
    return response.status
  } catch {
    return 0
  }
}
