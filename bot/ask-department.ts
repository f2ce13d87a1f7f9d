import type { DeskAct } from '../dialogs/choice.ts'
import { paragraph } from '../dialogs/reply.ts'
import { availabilityOf } from './availability.ts'
import type { ConversationState, Owner } from './conversation.ts'
import { DESK_DEPARTMENTS, type DeskDepartment } from './desk-state.ts'
import { actChoice, notice, noticeForClerks } from './say-desk.ts'
import type { Setting } from './setting.ts'
import type { Turn } from './turn.ts'

type Waiting = Extract<Owner, { kind: 'queue' }>

/** A department that can be asked for: all but the general one. */
type Asked = Exclude<DeskDepartment, 'general'>

/**
 * Asks whoever has just begun to wait in the general queue which department it is about, once in a conversation, where any
 * answers now: nobody is sent to one that does not.
 */
export function askDepartment(turn: Turn, setting: Setting): Turn {
  const { state, replies } = turn
  const last = replies.at(-1)
  const answering = DESK_DEPARTMENTS.filter(isAsked).filter(department => closesOf(department, setting) !== undefined)
  if (state.isDepartmentAsked || state.owner.kind !== 'queue' || !last || answering.length === 0) return turn
  const { phrases } = setting
  const acts: readonly DeskAct[] = [...answering.map(actOf), 'department-other']
  const choices = [...acts.map(act => actChoice(act, phrases)), ...last.reply.choices]
  const reply = { ...last.reply, blocks: [...last.reply.blocks, paragraph(phrases.desk.askDepartment)], choices }
  return {
    ...turn,
    state: { ...state, isDepartmentAsked: true, memory: { ...state.memory, choices } },
    replies: [...replies.slice(0, -1), { ...last, reply }],
  }
}

/** Moves whoever waits in the general queue into the department's, with the time that they have waited. */
export function chooseDepartment(before: ConversationState, act: DeskAct, setting: Setting): Turn {
  const { owner } = before
  const { phrases } = setting
  const says = phrases.desk
  if (owner.kind !== 'queue') return { state: before, replies: [notice([says.declined])] }
  const choices = [actChoice('leave-queue', phrases)]
  const state: ConversationState = { ...before, memory: { ...before.memory, choices } }
  const department = DESK_DEPARTMENTS.filter(isAsked).find(each => actOf(each) === act)
  if (department === undefined || owner.department !== 'general') {
    return { state, replies: [notice([says.departmentKept(says.departments[owner.department])], choices)] }
  }
  const closes = closesOf(department, setting)
  if (closes === undefined) return { state, replies: [notice([says.departmentAway], choices)] }
  return {
    state: { ...state, owner: moved(owner, department, closes) },
    replies: [
      notice([says.departmentChosen(says.departments[department])], choices),
      noticeForClerks(says.forClerks.choseDepartment(says.departments[department])),
    ],
  }
}

/** The closing of the new department ends the wait, where it comes first. */
function moved(owner: Waiting, department: Asked, closes: Date | null): Waiting {
  const deadline = closes !== null && closes < owner.deadline ? closes : owner.deadline
  return { ...owner, department, deadline }
}

/** When the department closes, null where it has no hours; nothing where nobody of it answers now. */
function closesOf(department: Asked, { desk, now }: Setting): Date | null | undefined {
  const availability = availabilityOf(desk, department, now)
  return 'department' in availability && availability.department === department ? availability.closes : undefined
}

function isAsked(department: DeskDepartment): department is Asked {
  return department !== 'general'
}

function actOf(department: Asked): DeskAct {
  return `department-${department}`
}
