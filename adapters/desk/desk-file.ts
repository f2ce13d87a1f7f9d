import type { BundleParts } from '../bundle.ts'

/** The script of the desk's page. */
export const DESK_FILE: BundleParts = {
  name: 'desk',
  entry: 'adapters/desk/page/start.ts',
  sources: [
    'adapters/desk/page',
    'adapters/colours.ts',
    'adapters/desk/wire.ts',
    'adapters/privacy/erasing-reason.ts',
    'adapters/website/rich-text.ts',
    'adapters/website/widget/ui/save-file.ts',
    'bot/desk-person.ts',
    'bot/desk-state.ts',
    'dialogs/channel-name.ts',
    'dialogs/counted.ts',
    'dialogs/personal-data',
    'dialogs/reply.ts',
    'knowledge/lint/plain-language.ts',
  ],
}
