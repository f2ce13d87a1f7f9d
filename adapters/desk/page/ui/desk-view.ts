import { html, nothing, type TemplateResult } from 'lit'
import { myIdOf, type OpenState } from '../model/desk-state.ts'
import { maySet, mayWork } from '../model/may.ts'
import { openingBanner, stateBanner, undeliveredBanner } from './banners.ts'
import { conversationView } from './conversation-view.ts'
import { deskHeader } from './desk-header.ts'
import { DIALOG_HEADINGS, type DialogKind } from './dialog-kind.ts'
import { dialogView } from './dialog-view.ts'
import { matterView } from './matter-view.ts'
import type { PageParts } from './page-parts.ts'
import { queueView } from './queue-view.ts'
import { TEXTS } from './texts.ts'

/** The whole page: who is at the desk, lists, the open conversation and its matter, and a window over them. */
export function deskView(parts: PageParts): TemplateResult {
  const { desk, look, model } = parts
  return html`<div class="desk" data-place=${look.place}>
    ${header(parts)} ${stateBanner(desk, () => void model.extendSession())} ${openingBanner(desk, model.dismiss)}
    ${undeliveredBanner(desk, () => void model.noteDeadLetters())}
    <div class="columns">
      <nav aria-label=${TEXTS.places.queue} tabindex="-1">${lists(parts)}</nav>
      <main tabindex="-1">${conversationView(parts)}</main>
      <aside aria-label=${TEXTS.places.matter}>${desk.open ? matter(desk.open, parts) : html`<p class="empty">${TEXTS.matterEmpty}</p>`}</aside>
    </div>
    ${look.dialog === null ? nothing : dialogView(look.dialog, parts)}
    <div class="aloud" role="status">${look.said}</div>
  </div>`
}

function header({ desk, look, model, acts, change }: PageParts): TemplateResult {
  const { me, overview, preferences } = desk
  const works = mayWork(me)
  const tool = (words: string, dialog: DialogKind) => ({ words, press: () => acts.show(dialog) })
  return deskHeader({
    me,
    presence: works ? (overview?.present.find(({ id }) => id === myIdOf(desk))?.presence ?? 'free') : null,
    place: look.place,
    isMenuOpen: look.isMenuOpen,
    tools: [
      ...(works
        ? [tool(TEXTS.search, 'search'), tool(preferences.isUndisturbed ? TEXTS.alertsOff : TEXTS.alerts, 'alerts')]
        : []),
      ...(maySet(me) ? [tool(TEXTS.settings, 'settings'), tool(DIALOG_HEADINGS.rights, 'rights')] : []),
      tool(TEXTS.help, 'help'),
    ],
    skip: acts.skip,
    be: presence => void model.setPresence(presence),
    switchMenu: () => change({ isMenuOpen: !look.isMenuOpen }),
    go: acts.go,
    signOut: acts.signOut,
  })
}

function lists({ desk, now, acts }: PageParts): TemplateResult {
  const { overview, open, unread, me } = desk
  if (me && !mayWork(me)) return html`<p class="empty">${TEXTS.noWork}</p>`
  if (!overview) return html`<p class="empty">${TEXTS.connecting}</p>`
  return queueView({
    overview,
    unread,
    now,
    myId: myIdOf(desk),
    openId: open?.conversation.conversationId ?? null,
    open: id => void acts.open(id),
    takeNext: () => void acts.takeNext(),
  })
}

function matter(open: OpenState, { desk, now, model, acts }: PageParts): TemplateResult {
  return html`${matterView(open, now, acts.lookUp)}
    <h2>${TEXTS.answersHeading}</h2>
    <desk-answers
      .own=${desk.own}
      .find=${model.api.findAnswers}
      @insert=${(event: CustomEvent<string>) => acts.insert(event.detail)}
    ></desk-answers>
    <button class="link" type="button" @click=${() => acts.show('own-answers')}>${TEXTS.ownAdd}</button>`
}
