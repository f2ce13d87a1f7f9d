import { NOTICE_VERSION, type NoticeSetting, notice } from '../../../dialogs/notice.ts'
import { writtenDay } from '../../../dialogs/office-time.ts'
import { escapeHtml, richHtml } from '../rich-html.ts'
import { layOut, typeset } from '../rich-text.ts'
import { htmlDocument, type PageSetting } from './document.ts'

/** Path below the service's own address. */
export const NOTICE_PATH = '/prywatnosc'

/** What happens to personal data, as a page to read and to print. */
export function noticePage({ knowledge: { office }, root }: PageSetting, setting: NoticeSetting): string {
  const sections = notice(office, setting).map(
    ({ heading, blocks }) => `<h2>${escapeHtml(heading)}</h2>\n${richHtml(layOut(blocks))}`,
  )
  return htmlDocument(
    `Prywatność – ${office.name}`,
    root,
    `<a class="skip" href="#tresc">Przejdź do treści</a>
<header class="bar">
<p class="office">${escapeHtml(typeset(office.name))}</p>
<a href="${root}">Czat</a>
</header>
<main id="tresc" class="text" tabindex="-1">
<h1>Co dzieje się z&nbsp;danymi z&nbsp;czatu</h1>
${sections.join('\n')}
<p><small>Wersja ${NOTICE_VERSION.number} z ${writtenDay(NOTICE_VERSION.day)}</small></p>
</main>`,
  )
}
