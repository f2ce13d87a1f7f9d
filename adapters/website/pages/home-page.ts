import { officeSheets } from '../office-sheets.ts'
import { escapeHtml, richHtml } from '../rich-html.ts'
import { layOut, typeset } from '../rich-text.ts'
import { htmlDocument, type PageSetting } from './document.ts'
import { NOTICE_PATH } from './notice-page.ts'

/** The chat as a page of its own. Without scripts it still says how to reach the office. */
export function homePage({ knowledge, now, root }: PageSetting): string {
  const { name, website } = knowledge.office
  return htmlDocument(
    `Czat – ${name}`,
    root,
    `<a class="skip" href="#czat">Przejdź do czatu</a>
<div class="whole">
<div class="first">
<header class="bar">
<p class="office">${escapeHtml(typeset(name))}</p>
<a href="${escapeHtml(website)}">Strona urzędu</a>
</header>
<main id="czat" tabindex="-1">
<h1 class="aloud">Czat z urzędem</h1>
<office-chat mode="page" office="${escapeHtml(name)}">
<p class="fallback">Jeśli czat się tu nie pokaże, twoja przeglądarka go nie obsługuje albo ma wyłączony JavaScript. Skontaktuj się z&nbsp;urzędem inaczej.</p>
</office-chat>
</main>
</div>
<aside aria-labelledby="kontakt">
<h2 id="kontakt">Inne formy kontaktu</h2>
${richHtml(layOut(officeSheets(knowledge, now).contact))}
<p><a href="${root}${NOTICE_PATH.slice(1)}">Co dzieje się z&nbsp;danymi z&nbsp;czatu</a></p>
</aside>
</div>`,
  )
}
