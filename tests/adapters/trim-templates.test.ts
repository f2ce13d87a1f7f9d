import { expect, it } from '@jest/globals'
import { trimTemplates } from '../../adapters/trim-templates.ts'

it('takes indentation out of a template, and leaves its words apart', () => {
  const source = ['const view = html`', '  <p>', '    Dzień dobry,  w czym', '    pomóc?', '  </p>`'].join('\n')

  expect(trimTemplates(source)).toBe('const view = html`\n<p>\nDzień dobry,  w czym\npomóc?\n</p>`')
})

it('writes a style sheet on one line, without comments, and keeps the spaces that it needs', () => {
  const sheet = 'css`\n  /* Why\n     so. */\n  .a > b, .c { width: calc(50% - 2em); margin: 0 1em; }\n`'

  expect(trimTemplates(sheet)).toBe('css` .a > b,.c{width:calc(50% - 2em);margin:0 1em}`')
})
