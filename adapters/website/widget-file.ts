import type { BundleParts } from '../bundle.ts'

/** The script that pages with the chat load. */
export const WIDGET_FILE: BundleParts = {
  name: 'widget',
  entry: 'adapters/website/widget/start.ts',
  sources: [
    'adapters/website/widget',
    'adapters/colours.ts',
    'adapters/website/bare-page.ts',
    'adapters/website/rich-html.ts',
    'adapters/website/rich-text.ts',
    'adapters/website/transcript.ts',
    'dialogs/counted.ts',
    'dialogs/personal-data',
    'dialogs/reply.ts',
  ],
}
