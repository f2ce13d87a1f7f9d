import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** For the environment of programs that tests start: the next one takes over what one has compiled. */
export const COMPILE_CACHE = { NODE_COMPILE_CACHE: join(tmpdir(), 'office-compile-cache') }
