/** A line through points from 0 to 1; with `weight` (0 to 1) each point is also a dot of that size. */
export type Series = {
  readonly name: string
  readonly points: readonly { readonly x: number; readonly y: number; readonly weight?: number }[]
}

export type Chart = {
  readonly title: string
  /** What the chart shows, for whoever does not see it. */
  readonly description: string
  readonly xLabel: string
  readonly yLabel: string
  /** Highest share on the upright axis. Default 1. */
  readonly yMost?: number
  /** Draws the line on which both shares are equal. */
  readonly hasDiagonal?: boolean
  /** At most six. The first is drawn bold. */
  readonly series: readonly Series[]
}

const WIDTH = 760
const HEIGHT = 460
const PLOT = { left: 70, right: 560, top: 50, bottom: 400 }
const GRID = [0, 0.2, 0.4, 0.6, 0.8, 1]
const LARGEST_DOT = 9

/** Lines differ in dashes too, as not everybody tells the colours apart. */
const DASHES = ['none', '9 4', '2 3', '10 3 2 3', '5 3', '1 5']
const COLOURS = {
  light: ['#0b5cad', '#00795a', '#8a4b00', '#a1224b', '#6a3d9a', '#444444'],
  dark: ['#7cbcff', '#4fd6ac', '#f0b264', '#ff8fae', '#c9a6f5', '#cccccc'],
}

/** A line chart as SVG that is readable in light and dark, on any page. */
export function lineChart(chart: Chart): string {
  const { title, description, xLabel, yLabel, yMost = 1, hasDiagonal = false, series } = chart
  const x = (share: number) => round(PLOT.left + share * (PLOT.right - PLOT.left))
  const y = (share: number) => round(PLOT.bottom - (share / yMost) * (PLOT.bottom - PLOT.top))
  const upright = (PLOT.top + PLOT.bottom) / 2
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<style>${style()}</style>`,
    `<rect class="page" width="${WIDTH}" height="${HEIGHT}"/>`,
    `<text class="title" x="${PLOT.left}" y="28">${escaped(title)}</text>`,
    ...GRID.flatMap(share => [
      `<path class="grid" d="M${x(share)} ${PLOT.top}V${PLOT.bottom}M${PLOT.left} ${y(share * yMost)}H${PLOT.right}"/>`,
      `<text x="${x(share)}" y="${PLOT.bottom + 20}" text-anchor="middle">${percent(share)}</text>`,
      `<text x="${PLOT.left - 8}" y="${y(share * yMost) + 4}" text-anchor="end">${percent(share * yMost)}</text>`,
    ]),
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 44}" text-anchor="middle">${escaped(xLabel)}</text>`,
    `<text x="20" y="${upright}" text-anchor="middle" transform="rotate(-90 20 ${upright})">${escaped(yLabel)}</text>`,
    ...(hasDiagonal ? [`<path class="diagonal" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>`] : []),
    ...series.flatMap((each, index) => [...drawSeries(each, index, x, y), ...drawKey(each, index)]),
    '</svg>',
    '',
  ].join('\n')
}

function drawSeries({ points }: Series, index: number, x: Scale, y: Scale): readonly string[] {
  const path = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.x)} ${y(point.y)}`).join('')
  const dots = points.flatMap(point =>
    point.weight === undefined
      ? []
      : `<circle class="dot s${index}" cx="${x(point.x)}" cy="${y(point.y)}" r="${round(2 + LARGEST_DOT * Math.sqrt(point.weight))}"/>`,
  )
  return [`<path class="line s${index}" d="${path}"/>`, ...dots]
}

type Scale = (share: number) => number

function drawKey({ name }: Series, index: number): readonly string[] {
  const at = PLOT.top + 16 + index * 28
  return [
    `<path class="line s${index}" d="M${PLOT.right + 18} ${at}h40"/>`,
    `<text x="${PLOT.right + 66}" y="${at + 4}">${escaped(name)}</text>`,
  ]
}

function style(): string {
  const colours = (of: readonly string[]) =>
    of.map((colour, index) => `.line.s${index}{stroke:${colour}}.dot.s${index}{fill:${colour}}`).join('')
  const ground = (page: string, ink: string, grid: string) =>
    `.page{fill:${page}}text{fill:${ink}}.grid{stroke:${grid}}.diagonal{stroke:${ink}}`
  const dashes = DASHES.map((dash, index) => `.s${index}{stroke-dasharray:${dash}}`).join('')
  return [
    'text{font:14px system-ui,sans-serif}.title{font-size:17px;font-weight:600}',
    '.line,.grid,.diagonal{fill:none}.line{stroke-width:2}.line.s0{stroke-width:3.5}.diagonal{stroke-dasharray:3 4}',
    dashes,
    ground('#ffffff', '#1b1b1b', '#dddddd'),
    colours(COLOURS.light),
    `@media(prefers-color-scheme:dark){${ground('#16181c', '#f2f2f2', '#3a3d44')}${colours(COLOURS.dark)}}`,
  ].join('')
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}

function round(value: number): number {
  return Math.round(10 * value) / 10
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
