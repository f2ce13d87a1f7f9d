/** Told by its connector's path; its channel is `emulator` too. Seen with @microsoft/m365agentsplayground 0.2.28. */
export function isPlayground(serviceUrl: string): boolean {
  return serviceUrl.endsWith('/_connector')
}
