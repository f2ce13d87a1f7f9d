/** Runs `work` while no other tab runs work of this name. Where a browser has no locks, it just runs. */
export function oneTabAtATime<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  return navigator.locks ? navigator.locks.request(name, work) : work()
}
