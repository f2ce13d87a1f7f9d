import { officeSheets } from '../office-sheets.ts'
import { escapeHtml, richHtml } from '../rich-html.ts'
import { layOut, typeset } from '../rich-text.ts'
import { htmlDocument, type PageSetting } from './document.ts'

/** Pages such as an office has, which show the chat embedded by one script tag. */
export type DemoPage = { readonly path: string; readonly html: (setting: PageSetting) => string }

type Content = {
  readonly path: string
  readonly name: string
  readonly content: (setting: PageSetting) => string
}

const PAGES: readonly Content[] = [
  {
    path: '/demo',
    name: 'Strona główna',
    content: ({ knowledge: { office }, root }) => `<h1>${escapeHtml(typeset(office.name))}</h1>
<p class="lead">Tak wygląda czat na stronie urzędu. Wystarczy jeden znacznik:</p>
<pre><code>&lt;script src="https://adres-asystenta/widget.js" async&gt;&lt;/script&gt;</code></pre>
<p>Przycisk „Czat” jest w&nbsp;prawym dolnym rogu. Zapytaj na przykład, ile kosztuje karta parkingowa.
Rozmowa idzie z&nbsp;tobą, gdy przechodzisz na inną stronę.</p>
<h2>Najczęściej szukane</h2>
<ul class="tiles">
<li><a href="${root}demo/sprawy">Jak załatwić sprawę</a></li>
<li><a href="${root}demo/kontakt">Kontakt z urzędem</a></li>
</ul>`,
  },
  {
    path: '/demo/sprawy',
    name: 'Załatw sprawę',
    content: ({ knowledge, root }) => `<h1>Załatw sprawę</h1>
<p class="lead">O&nbsp;każdą z&nbsp;tych spraw możesz zapytać na czacie.</p>
<ul class="topics">
${[...knowledge.entries.values()]
  .filter(entry => entry.kind === 'procedure')
  .map(entry => `<li>${escapeHtml(typeset(entry.title))}</li>`)
  .join('\n')}
</ul>
<p><a href="${root}demo/kontakt">Kontakt z urzędem</a></p>`,
  },
  {
    path: '/demo/kontakt',
    name: 'Kontakt',
    content: ({ knowledge, now }) => `<h1>Kontakt</h1>
${richHtml(layOut(officeSheets(knowledge, now).contact))}`,
  },
]

export const DEMO_PAGES: readonly DemoPage[] = PAGES.map(page => ({
  path: page.path,
  html: setting => {
    const { knowledge, root } = setting
    return htmlDocument(
      `${page.name} – ${knowledge.office.name} (strona pokazowa)`,
      root,
      `<a class="skip" href="#tresc">Przejdź do treści</a>
<header class="bar">
<p class="office">${escapeHtml(typeset(knowledge.office.name))}</p>
<p class="badge">Strona pokazowa</p>
</header>
<nav aria-label="Główne menu">
<ul>
${PAGES.map(({ path, name }) => `<li><a href="${root}${path.slice(1)}"${path === page.path ? ' aria-current="page"' : ''}>${name}</a></li>`).join('\n')}
</ul>
</nav>
<main id="tresc" class="text" tabindex="-1">
${page.content(setting)}
</main>
<footer>
<p>${escapeHtml(typeset(`${knowledge.office.name}, ${knowledge.office.address}`))}</p>
</footer>`,
    )
  },
}))
