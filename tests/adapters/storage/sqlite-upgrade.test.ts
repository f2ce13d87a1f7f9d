import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from '@jest/globals'
import { readMigrations } from '../../../adapters/storage/migrations.ts'
import { createSqliteStore } from '../../../adapters/storage/sqlite-store.ts'
import { NEW_CONVERSATION, writeState } from '../../../bot/conversation.ts'
import { temporaryFolder } from '../../setup/temporary-folder.ts'

const NOW = new Date('2026-11-25T10:00:00Z')

/** A file as the version before the desk left it: a question, its answer, and a delivery that still waits. */
function fileOfVersion2(): string {
  const path = join(temporaryFolder(), 'assistant.db')
  const database = new DatabaseSync(path)
  for (const { sql, version } of readMigrations('sqlite').filter(step => step.version <= 2)) {
    database.exec(sql)
    database.exec(`PRAGMA user_version = ${version}`)
  }
  const at = NOW.toISOString()
  const { holds: _holds, tickets: _tickets, rates: _rates, ...old } = JSON.parse(writeState(NEW_CONVERSATION))
  database
    .prepare(
      `INSERT INTO conversation (id, source, address, return_path, state, last_seq, opened_at, active_at)
       VALUES ('c1', 'test', 'here', '{}', ?, 2, ?, ?)`,
    )
    .run(JSON.stringify(old), at, at)
  database.exec(`
    INSERT INTO inbox (source, address, external_id, conversation_id, kind, is_awaited, state, retry_at, accepted_at)
      VALUES ('test', 'here', '1', 'c1', 'citizen-wrote', 0, 'done', '${at}', '${at}');
    INSERT INTO message VALUES ('c1', 1, 1, 'citizen', 'hej', NULL, NULL, '${at}');
    INSERT INTO message VALUES ('c1', 2, 1, 'assistant', '{"blocks":[],"choices":[]}', NULL, NULL, '${at}');
    INSERT INTO delivery (conversation_id, seq, due_at) VALUES ('c1', 2, '${at}');
  `)
  database.close()
  return path
}

/** The same file one version before alerts hung on no conversation, with an alert and another letter that wait. */
function fileOfVersion9(): string {
  const path = fileOfVersion2()
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  for (const { sql, version } of readMigrations('sqlite').filter(step => step.version > 2 && step.version <= 9)) {
    database.exec(sql)
    database.exec(`PRAGMA user_version = ${version}`)
  }
  database.exec(`INSERT INTO mail (message_id, conversation_id, kind, ticket_number, due_at)
    VALUES ('first', 'c1', 'alert', NULL, '${NOW.toISOString()}'), ('second', 'c1', 'ticket', 'Z-1', '${NOW.toISOString()}')`)
  database.close()
  return path
}

describe('a file of the version before the desk', () => {
  it('keeps what was said, and what still has to be sent', async () => {
    const store = createSqliteStore(fileOfVersion2())

    const history = await store.history('c1', 0)
    const due = await store.claimDeliveries(NOW)
    await store.close()

    expect(history.map(({ speaker, content }) => [speaker, content])).toEqual([
      ['citizen', 'hej'],
      ['assistant', { reply: { blocks: [], choices: [] }, explanation: null }],
    ])
    expect(due.map(({ conversationId, returnPath }) => [conversationId, returnPath])).toEqual([['c1', '{}']])
  })

  it('goes on with its conversations, and still erases whole', async () => {
    const path = fileOfVersion2()
    const store = createSqliteStore(path)
    const origin = { source: 'test', address: 'here', externalId: '2', returnPath: null, isAwaited: false }

    const accepted = await store.accept({ kind: 'citizen-wrote', text: 'dalej', origin }, null, NOW)
    const taken = await store.takeTurn('c1', before => ({ state: before, replies: [] }), NOW)
    await store.erase('c1')
    await store.close()
    const database = new DatabaseSync(path)
    const left = database
      .prepare('SELECT (SELECT count(*) FROM message) + (SELECT count(*) FROM delivery) AS rows')
      .get()
    const broken = database.prepare('PRAGMA foreign_key_check').all()
    database.close()

    expect(accepted).toMatchObject({ conversationId: 'c1', seq: 3 })
    expect(taken?.turn.state).toMatchObject(NEW_CONVERSATION)
    expect([left?.rows, broken]).toEqual([0, []])
  })
})

describe('a file of the version whose alerts hung on a conversation', () => {
  it('keeps its letters, and the alert also where the conversation is erased', async () => {
    const store = createSqliteStore(fileOfVersion9())
    const claimed = async () => (await store.mails.claimDeliveries(NOW)).map(({ returnPath }) => JSON.parse(returnPath))
    const before = await claimed()
    await store.close()

    const reopened = createSqliteStore(fileOfVersion9())
    await reopened.erase('c1')
    const after = await reopened.mails.claimDeliveries(NOW)
    await reopened.close()

    expect(before).toMatchObject([
      { messageId: 'first', about: { kind: 'alert' } },
      { messageId: 'second', about: { kind: 'ticket' } },
    ])
    expect(after).toMatchObject([{ conversationId: '', returnPath: expect.stringContaining('"first"') }])
  })
})
