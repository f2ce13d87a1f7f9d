import { adapted } from './styles/adapted.ts'
import { base } from './styles/base.ts'
import { conversation } from './styles/conversation.ts'
import { dialogs } from './styles/dialogs.ts'
import { frame } from './styles/frame.ts'
import { lists } from './styles/lists.ts'
import { matter } from './styles/matter.ts'

/** How the desk looks; the last one changes those before it. */
export const styles = [base, frame, lists, conversation, matter, dialogs, adapted]
