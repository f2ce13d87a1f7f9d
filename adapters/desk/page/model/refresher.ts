/** Runs one after another: whoever asks during a run gets one more, however often they ask. */
export function createRefresher(run: () => Promise<void>): () => void {
  let isRunning = false
  let isAsked = false

  async function go(): Promise<void> {
    isRunning = true
    try {
      while (isAsked) {
        isAsked = false
        await run()
      }
    } finally {
      isRunning = false
    }
  }

  return () => {
    isAsked = true
    if (!isRunning) void go()
  }
}
