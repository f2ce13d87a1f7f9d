import type { DeskDepartment } from '../../../../bot/desk-state.ts'
import type { DepartmentSettings } from '../../../../bot/desk-store.ts'
import type { ErasingReason } from '../../../privacy/erasing-reason.ts'
import type {
  CopyFile,
  DepartmentsSettings,
  DeskCommand,
  DeskMessage,
  FoundRecord,
  ListedConversation,
  Me,
  OpenConversation,
  Overview,
  OwnReadyAnswer,
  Presence,
  ReadyAnswer,
  Refused,
  Undelivered,
} from '../../wire.ts'

/** The server refused. Anything else that is thrown means that it could not be reached. */
export class DeskRefusal extends Error {
  readonly status: number

  constructor(status: number) {
    super(`refused with ${status}`)
    this.name = 'DeskRefusal'
    this.status = status
  }
}

/** For supervisors and administrators: copies and erasing. */
export type RightsApi = {
  readonly find: (number: string) => Promise<FoundRecord | null>
  readonly copy: (id: string, format: 'html' | 'json') => Promise<CopyFile>
  /** Gives why it was not erased, or null where it was. */
  readonly erase: (id: string, reason: ErasingReason) => Promise<string | null>
}

export type CommandAnswer =
  | { readonly kind: 'done'; readonly conversation: ListedConversation }
  | ({ readonly kind: 'refused' } & Refused)

/** What the page asks of the server. Each throws `DeskRefusal`, or what `fetch` throws. */
export type DeskApi = {
  readonly me: () => Promise<Me>
  /** Puts the session's end off. */
  readonly extend: () => Promise<Pick<Me, 'idleEndsAt' | 'endsAt'>>
  readonly overview: () => Promise<Overview>
  readonly open: (id: string) => Promise<OpenConversation>
  readonly messagesAfter: (id: string, seq: number) => Promise<readonly DeskMessage[]>
  /** Tried again by itself while the network is away: the command's id makes it one deed. */
  readonly command: (id: string, command: DeskCommand) => Promise<CommandAnswer>
  readonly settle: (id: string) => Promise<void>
  /** Those of these conversations that were not erased. */
  readonly keptAmong: (ids: readonly string[]) => Promise<readonly string[]>
  /** For administrators. */
  readonly deadLetters: () => Promise<Undelivered>
  /** `deadLetters`: how many the administrator has seen; where they are more by now, they are told again. */
  readonly noteDeadLetters: (deadLetters: number) => Promise<Undelivered>
  readonly reveal: (id: string, seq: number) => Promise<string | null>
  readonly rights: RightsApi
  readonly search: (text: string) => Promise<readonly ListedConversation[]>
  readonly setPresence: (presence: Presence) => Promise<void>
  readonly seen: () => Promise<void>
  readonly leave: () => Promise<void>
  readonly findAnswers: (text: string) => Promise<readonly ReadyAnswer[]>
  readonly readyAnswers: () => Promise<readonly OwnReadyAnswer[]>
  readonly keepReadyAnswer: (answer: OwnReadyAnswer) => Promise<readonly OwnReadyAnswer[]>
  readonly removeReadyAnswer: (id: string) => Promise<readonly OwnReadyAnswer[]>
  readonly departments: () => Promise<DepartmentsSettings>
  readonly setDepartment: (department: DeskDepartment, settings: DepartmentSettings) => Promise<DepartmentsSettings>
}

const ANSWERS_WITHIN_MS = 10_000
const REFUSED = 409
const FORBIDDEN = 403

export function createDeskApi(): DeskApi {
  let csrf = ''

  async function call(path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`/desk/api/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json', 'x-csrf-token': csrf }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    })
    return response
  }

  async function ok<Result>(path: string, body?: unknown): Promise<Result> {
    const response = await withToken(path, body)
    if (!response.ok) throw new DeskRefusal(response.status)
    return response.json()
  }

  /** After signing in anew in another tab the page has an old token, and gets the new one once. */
  async function withToken(path: string, body: unknown): Promise<Response> {
    const response = await call(path, body)
    if (response.status !== FORBIDDEN || body === undefined) return response
    await me()
    return call(path, body)
  }

  async function me(): Promise<Me> {
    const response = await call('session')
    if (!response.ok) throw new DeskRefusal(response.status)
    const told: Me = await response.json()
    csrf = told.csrf
    return told
  }

  const at = (id: string) => `conversations/${encodeURIComponent(id)}`
  const answers = async <Answer>(path: string, body?: unknown): Promise<readonly Answer[]> =>
    (await ok<{ answers: readonly Answer[] }>(path, body)).answers

  return {
    me,
    extend: () => ok('session', {}),
    overview: () => ok('overview'),
    open: id => ok(at(id)),
    messagesAfter: async (id, seq) =>
      (await ok<{ messages: readonly DeskMessage[] }>(`${at(id)}/messages?after=${seq}`)).messages,
    async command(id, command) {
      const response = await withToken(`${at(id)}/commands`, command)
      if (response.status === REFUSED) return { kind: 'refused', ...((await response.json()) as Refused) }
      if (!response.ok) throw new DeskRefusal(response.status)
      const { conversation }: { conversation: ListedConversation } = await response.json()
      return { kind: 'done', conversation }
    },
    async settle(id) {
      await ok(`${at(id)}/settle`, {})
    },
    keptAmong: async conversationIds => (await ok<{ kept: readonly string[] }>('kept', { conversationIds })).kept,
    deadLetters: () => ok('dead-letters'),
    noteDeadLetters: deadLetters => ok('dead-letters/note', { deadLetters }),
    reveal: async (id, seq) => (await ok<{ text: string | null }>(`${at(id)}/reveal`, { seq })).text,
    rights: {
      find: async number => (await ok<{ record: FoundRecord | null }>('rights/find', { number })).record,
      copy: (conversationId, format) => ok('rights/copy', { conversationId, format }),
      async erase(conversationId, reason) {
        const response = await withToken('rights/erase', { conversationId, reason })
        if (response.status === REFUSED) return ((await response.json()) as { told: string }).told
        if (!response.ok) throw new DeskRefusal(response.status)
        return null
      },
    },
    search: async text => (await ok<{ found: readonly ListedConversation[] }>('search', { text })).found,
    async setPresence(presence) {
      await ok('presence', { presence })
    },
    async seen() {
      await ok('seen', {})
    },
    async leave() {
      await ok('leave', {})
    },
    findAnswers: text => answers('answers', { text }),
    readyAnswers: () => answers('ready-answers'),
    keepReadyAnswer: answer => answers('ready-answers', answer),
    removeReadyAnswer: id => answers(`ready-answers/${encodeURIComponent(id)}/remove`, {}),
    departments: async () => (await ok<{ departments: DepartmentsSettings }>('departments')).departments,
    setDepartment: async (department, settings) =>
      (await ok<{ departments: DepartmentsSettings }>(`departments/${department}`, settings)).departments,
  }
}
