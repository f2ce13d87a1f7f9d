import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'

// Loaded before each program (`node --import`). What is set outside stays. Node's own option says on every call that there is no file.

if (existsSync('.env')) loadEnvFile('.env')
