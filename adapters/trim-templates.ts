/**
 * The source without what only its readers need in templates, which a minifier takes for text: indentation, and in style
 * sheets comments, line breaks and more. For sources where no text depends on spaces at the beginning of a line.
 */
export function trimTemplates(source: string): string {
  return source.replace(/^ +/gm, '').replace(/css`[^`]*`/g, trimSheet)
}

function trimSheet(sheet: string): string {
  return sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}')
}
