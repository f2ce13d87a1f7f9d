import { openSqlite } from '../../../adapters/storage/sqlite-database.ts'

// A process for sqlite-database.test.ts: `file-holder.ts <path>` opens a file, says so, and holds it until it is ended.

openSqlite(process.argv[2] ?? '')
process.stdout.write('held\n')
process.stdin.resume()
