import { AnswerFinder } from './ui/answer-finder.ts'
import { DeskComposer } from './ui/composer.ts'
import { DepartmentHours } from './ui/department-settings.ts'
import { DeskPage } from './ui/desk-page.ts'
import { MessageLog } from './ui/message-log.ts'
import { RightsWindow } from './ui/rights-window.ts'

// The only file of the page that does something when it is loaded: it defines the elements, and shows the desk.

customElements.define('desk-log', MessageLog)
customElements.define('desk-composer', DeskComposer)
customElements.define('desk-answers', AnswerFinder)
customElements.define('desk-hours', DepartmentHours)
customElements.define('desk-rights', RightsWindow)
customElements.define('desk-page', DeskPage)
// No style sheet of the element's own reaches the page around it.
const page = new CSSStyleSheet()
page.replaceSync('body { margin: 0 }')
document.adoptedStyleSheets = [page]
document.body.append(document.createElement('desk-page'))
