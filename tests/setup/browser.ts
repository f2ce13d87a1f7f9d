import { type Browser, chromium } from 'playwright-core'

/**
 * Starts the Chromium that comes from npm, with the libraries and fonts it brings. The package unpacks itself only where it
 * believes to run in a cloud function, which the variable says; its own launch arguments switch web security off.
 */
export async function startBrowser(): Promise<Browser> {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
