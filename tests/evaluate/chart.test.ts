import { describe, expect, it } from '@jest/globals'
import { lineChart } from './chart.ts'

describe('a line chart', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 1, y: 0.5, weight: 1 },
  ]
  const svg = lineChart({
    title: 'right & wrong',
    description: 'a < b',
    xLabel: 'x',
    yLabel: 'y',
    yMost: 0.5,
    series: [{ name: 'ours', points }],
  })

  it('draws from corner to corner of its plot', () => {
    expect(svg).toContain('<path class="line s0" d="M70 400L560 50"/>')
    expect(svg).toContain('<circle class="dot s0" cx="560" cy="50" r="11"/>')
  })

  it('says what it shows, for whoever does not see it', () => {
    expect(svg).toContain('role="img" aria-labelledby="title description"')
    expect(svg).toContain('<title id="title">right &amp; wrong</title>')
    expect(svg).toContain('<desc id="description">a &lt; b</desc>')
  })

  it('has colours for dark pages', () => {
    expect(svg).toContain('@media(prefers-color-scheme:dark)')
  })
})
