import type { Bundle } from '../bundle.ts'
import { RequestError } from '../request-error.ts'
import { sendScript } from '../send-script.ts'
import type { Route } from '../server.ts'
import type { DeskAddress } from './accounts/desk-address.ts'
import type { Guard } from './accounts/guard.ts'
import { writeDeskHeaders } from './accounts/write-desk-headers.ts'

const PAGE = `<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Panel pracownika</title>
<script src="/desk/desk.js" defer></script>
</head>
<body>
<noscript><p>Panel pracownika potrzebuje JavaScriptu. Włącz go w ustawieniach przeglądarki i otwórz stronę ponownie.</p></noscript>
</body>
</html>
`

/** The desk's page and its script. */
export function deskPageRoutes({
  guard,
  address,
  script,
}: {
  readonly guard: Guard
  readonly address: () => DeskAddress
  /** Nothing while it is being made. */
  readonly script: () => Bundle | undefined
}): readonly Route[] {
  const prepare: NonNullable<Route['prepare']> = (_request, response) => writeDeskHeaders(response, address())
  return [
    {
      method: 'get',
      path: '/desk',
      isAlwaysServed: true,
      prepare,
      async handle(request, response) {
        try {
          await guard.signedIn(request)
          response.sendRaw(200, PAGE, { 'Content-Type': 'text/html; charset=utf-8' })
        } catch (error) {
          if (!(error instanceof RequestError && error.status === 401)) throw error
          response.sendRaw(303, '', { Location: '/desk/sign-in' })
        }
      },
    },
    {
      method: 'get',
      path: '/desk/desk.js',
      isAlwaysServed: true,
      prepare,
      async handle(request, response) {
        sendScript(request, response, script(), { 'Cache-Control': 'no-cache' })
      },
    },
  ]
}
