import { describe, expect, it } from '@jest/globals'
import { dayInWarsaw, momentInWarsaw, writtenDay } from '../../dialogs/office-time.ts'

describe('the day in Warsaw', () => {
  it.each([
    ['in winter an hour before midnight in UTC', '2026-11-24T22:59:59Z', '2026-11-24'],
    ['in winter, from 23:00 in UTC', '2026-11-24T23:00:00Z', '2026-11-25'],
    ['in summer two hours before midnight in UTC', '2026-07-01T21:59:59Z', '2026-07-01'],
    ['in summer, from 22:00 in UTC', '2026-07-01T22:00:00Z', '2026-07-02'],
    ['on the last evening of a year', '2026-12-31T23:30:00Z', '2027-01-01'],
    ['before clocks go forward', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['on the evening after clocks went forward', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['at midnight after clocks went forward', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['before clocks go back', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['on the evening after clocks went back', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['at midnight after clocks went back', '2026-10-25T23:00:00Z', '2026-10-26'],
  ])('is right %s', (_when, moment, day) => {
    expect(dayInWarsaw(new Date(moment))).toBe(day)
  })
})

describe('a moment written as clocks in Warsaw show it', () => {
  it.each([
    ['2026-12-26T10:00', '2026-12-26T09:00:00.000Z'],
    ['2026-07-01T10:00', '2026-07-01T08:00:00.000Z'],
    ['2026-11-24T00:30', '2026-11-23T23:30:00.000Z'],
    ['2026-03-29T00:30', '2026-03-28T23:30:00.000Z'],
    ['2026-03-29T01:30', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T00:30', '2026-10-24T22:30:00.000Z'],
    ['2026-10-25T01:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T01:30:00.000Z'],
    ['2026-10-25T03:30', '2026-10-25T02:30:00.000Z'],
  ])('%s is %s', (written, moment) => {
    expect(momentInWarsaw(written).toISOString()).toBe(moment)
  })

  it.each([
    '',
    'jutro',
    '2026-12-26',
    '2026-12-26T10:00Z',
    '2026-13-01T10:00',
    '2026-02-30T10:00',
    '2026-02-28T24:00',
    '2026-12-26 10:00',
  ])('is invalid where it is something else: „%s”', written => {
    expect(momentInWarsaw(written).getTime()).toBeNaN()
  })
})

describe('a day as citizens read it', () => {
  it.each([
    ['2026-11-24', '24 listopada 2026 r.'],
    ['2026-01-01', '1 stycznia 2026 r.'],
    ['2024-02-29', '29 lutego 2024 r.'],
    ['2026-05-03', '3 maja 2026 r.'],
    ['2026-12-31', '31 grudnia 2026 r.'],
  ])('%s is %s', (day, written) => {
    expect(writtenDay(day)).toBe(written)
  })
})
