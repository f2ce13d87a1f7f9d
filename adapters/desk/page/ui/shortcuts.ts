/** What can be done by keyboard from anywhere on the page. */
export type ShortcutAct =
  | 'queue'
  | 'write'
  | 'answers'
  | 'take'
  | 'pass-on'
  | 'return-to-bot'
  | 'end'
  | 'make-ticket'
  | 'search'
  | 'help'
  | 'stay'

/**
 * Alt and a digit, or Enter: letters would be Polish ones (right Alt), or shortcuts of browsers and screen readers. `code` is the key's
 * place, as Alt changes its sign on some keyboards.
 */
export const SHORTCUTS: readonly {
  readonly act: ShortcutAct
  readonly code: string
  readonly keys: string
  readonly does: string
}[] = [
  { act: 'queue', code: 'Digit1', keys: 'Alt + 1', does: 'Lista rozmów' },
  { act: 'write', code: 'Digit2', keys: 'Alt + 2', does: 'Pole odpowiedzi' },
  { act: 'answers', code: 'Digit3', keys: 'Alt + 3', does: 'Gotowe odpowiedzi' },
  {
    act: 'take',
    code: 'Digit4',
    keys: 'Alt + 4',
    does: 'Przejmij otwartą rozmowę, a gdy żadna nie jest otwarta, najdłużej czekającą',
  },
  { act: 'pass-on', code: 'Digit5', keys: 'Alt + 5', does: 'Przekaż rozmowę' },
  { act: 'return-to-bot', code: 'Digit6', keys: 'Alt + 6', does: 'Oddaj asystentowi' },
  { act: 'make-ticket', code: 'Digit7', keys: 'Alt + 7', does: 'Odpowiem później' },
  { act: 'end', code: 'Digit8', keys: 'Alt + 8', does: 'Zakończ rozmowę' },
  { act: 'search', code: 'Digit9', keys: 'Alt + 9', does: 'Szukaj w rozmowach' },
  { act: 'help', code: 'Digit0', keys: 'Alt + 0', does: 'Pomoc i skróty' },
  { act: 'stay', code: 'Enter', keys: 'Alt + Enter', does: 'Zostaję: sesja nie kończy się z bezczynności' },
]

/** What the keys mean; nothing where they mean nothing here. */
export function shortcutOf(event: KeyboardEvent): ShortcutAct | undefined {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.getModifierState('AltGraph')) return
  return SHORTCUTS.find(({ code }) => code === event.code)?.act
}
