import { describe, expect, it } from '@jest/globals'
import { clerkTurn } from '../../bot/clerk-turn.ts'
import { NEW_CONVERSATION } from '../../bot/conversation.ts'
import type { DeskDepartment } from '../../bot/desk-state.ts'
import { ANNA, deskOf, FREE_ANNA, FREE_JAN, JAN, OWNERS, settingOf } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const desk = deskOf({ present: [FREE_ANNA, FREE_JAN] })
const setting = settingOf(createKnowledge(), new Date('2026-11-25T10:00:00Z'), desk)

describe('a conversation that is passed on to a colleague', () => {
  it.each<[DeskDepartment, DeskDepartment]>([
    ['general', 'general'],
    ['building', 'building'],
    ['transport', 'building'],
  ])('stays in a department that they read: %s → %s', (before, after) => {
    const { state } = clerkTurn(
      { ...NEW_CONVERSATION, owner: { ...OWNERS.clerk, department: before } },
      { kind: 'clerk-passed-on', clerk: ANNA, epoch: 1, to: { kind: 'clerk', clerkId: JAN.id } },
      setting,
    )

    expect(state.owner).toMatchObject({ kind: 'clerk', clerk: JAN, department: after })
  })
})
