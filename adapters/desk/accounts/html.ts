/** Text that is ready to be put into a page. */
export type Html = { readonly html: string }

type Part = Html | readonly Html[] | string | undefined

/** Makes HTML of a template; strings in it are text, whatever signs they have. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: String.raw({ raw: strings }, ...parts.map(print)) }
}

function print(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return escaped(part)
  return 'html' in part ? part.html : part.map(one => one.html).join('\n')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
