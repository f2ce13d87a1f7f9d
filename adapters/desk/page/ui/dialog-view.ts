import { html, type TemplateResult } from 'lit'
import { myIdOf } from '../model/desk-state.ts'
import { alertsView } from './alerts-view.ts'
import { deedForm } from './deed-form.ts'
import { DIALOG_HEADINGS, type DialogKind } from './dialog-kind.ts'
import { helpView } from './help-view.ts'
import { ownAnswersView } from './own-answers-view.ts'
import type { PageParts } from './page-parts.ts'
import { searchView } from './search-view.ts'
import { TEXTS } from './texts.ts'

/** A window over the page. */
export function dialogView(kind: DialogKind, parts: PageParts): TemplateResult {
  const close = () => parts.acts.show(null)
  // What closes by Escape is still there; what the page has taken away is told of too late.
  const closed = ({ target }: Event) => {
    if ((target as HTMLElement).isConnected) close()
  }
  return html`<dialog aria-labelledby="dialog-heading" @close=${closed}>
    <div class="dialog-head">
      <h2 id="dialog-heading">${DIALOG_HEADINGS[kind]}</h2>
      <button class="quiet" type="button" @click=${close}>${TEXTS.close}</button>
    </div>
    ${content(kind, parts)}
  </dialog>`
}

function content(kind: DialogKind, { desk, look, now, model, acts, change }: PageParts): TemplateResult {
  const { open, overview, found, own, preferences } = desk
  switch (kind) {
    case 'help':
      return helpView()
    case 'search':
      return searchView({
        found,
        now,
        search: text => void model.search(text),
        open: id => void acts.open(id),
      })
    case 'alerts':
      return alertsView({
        preferences,
        isRefused: look.isNotifyingRefused,
        prefer: model.prefer,
        refused: isNotifyingRefused => change({ isNotifyingRefused }),
      })
    case 'own-answers':
      return ownAnswersView({
        own,
        draft: open?.draft.text ?? '',
        keepAnswer: (title, text) => void model.keepAnswer({ id: crypto.randomUUID(), title, text }),
        removeAnswer: id => void model.removeAnswer(id),
      })
    case 'settings':
      return html`<desk-hours .load=${model.api.departments} .keep=${model.api.setDepartment}></desk-hours>`
    case 'rights':
      return html`<desk-rights .api=${model.api.rights} .now=${now}></desk-rights>`
    case 'pass-on':
    case 'return-to-bot':
    case 'end':
    case 'make-ticket':
    case 'take-over':
      return deedForm(kind, {
        conversation: open?.conversation ?? null,
        present: overview?.present ?? [],
        myId: myIdOf(desk),
        hasDraft: open?.draft.kind === 'reply' && open.draft.text.trim() !== '',
        run: deed => void acts.run(deed),
        close: () => acts.show(null),
      })
  }
}
