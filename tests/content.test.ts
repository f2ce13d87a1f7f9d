import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readBase } from '../knowledge/base.ts'
import { checkContent } from '../knowledge/check.ts'
import { loadContent } from '../knowledge/load.ts'
import { printProblem } from '../knowledge/problem.ts'

// A fixed day, so that the same content gives the same result on any day.
const TODAY = '2026-11-25'

/** The ids of the knowledge map. Other programs rely on them, so none may be renamed or dropped. */
const MAP = {
  standards: `standard-citizen-right standard-purpose standard-1-representing-office standard-2-basic-duty
    standard-3-1-non-discrimination standard-3-2-no-abuse-of-power standard-3-3-impartiality
    standard-3-4-full-information standard-3-5-courtesy standard-3-6-discretion standard-4-attention
    standard-5-prompt-service standard-6-plain-answers standard-7-checking-understanding standard-8-forms-and-fees
    standard-9-confidentiality standard-10-competent-employee standard-11-focus-on-case standard-12-phone-calls
    standard-13-no-private-talk-or-eating standard-14-knowledge-sharing standard-accessibility standard-document-info`,
  office: `office-address office-hours office-contact office-departments office-accessibility office-payment
    office-appointment office-complaint-hours office-personal-data`,
  transport: `vehicle-registration-new vehicle-registration-used vehicle-registration-imported-eu
    vehicle-registration-imported-noneu vehicle-sale-notification vehicle-temporary-registration vehicle-deregistration
    vehicle-temporary-withdrawal registration-certificate-duplicate plates-duplicate plates-individual
    registration-annotations vehicle-coowner-change driving-licence-candidate-profile driving-licence-first
    driving-licence-exchange driving-licence-duplicate driving-licence-international driving-licence-foreign-exchange
    driving-licence-return transport-licence`,
  building: `building-permit building-notification demolition change-of-use building-permit-transfer building-log
    premises-independence-certificate`,
  geodesy: `land-register-extract map-copy surveying-work-notification land-register-update
    perpetual-usufruct-conversion`,
  environment: `fishing-card boat-registration cites-registration tree-removal-private-forest waste-permit
    water-matters`,
  citizens: `ordinary-association sports-club-register found-property free-legal-aid disability-certificate
    parking-card pfron-support funeral-transport military-qualification consumer-advocate`,
  every: `case-deadlines urging appeal file-access certificate power-of-attorney stamp-duty missing-elements
    complaint-petition public-information data-rights e-delivery`,
  redirects: `redirect-id-card redirect-residence-registration redirect-civil-status redirect-passport
    redirect-800-plus redirect-taxes redirect-unemployment redirect-tree-removal redirect-waste-collection
    redirect-zoning redirect-business-register redirect-traffic-fines redirect-building-supervision
    redirect-land-registry-court redirect-social-insurance redirect-alimony redirect-water-permits
    redirect-taxi-licence redirect-social-assistance redirect-weapons redirect-health-care`,
  conversation: `conversation-greeting conversation-thanks conversation-goodbye conversation-are-you-human
    conversation-what-can-you-do conversation-insult conversation-emergency`,
}

const IDS = Object.values(MAP).flatMap(ids => ids.split(/\s+/))

const POINTS = '1 2 3.1 3.2 3.3 3.4 3.5 3.6 4 5 6 7 8 9 10 11 12 13 14'.split(' ')

const files = loadContent(join(resolve(import.meta.dirname, '..'), 'knowledge/content'))
const { base } = readBase(files)
const entries = (base?.entries ?? []).map(entry => entry.value)
const topics = [...entries, ...(base?.notCovered ?? []).map(topic => topic.value)]

describe('the content', () => {
  it('passes the check', () => {
    const { errors } = checkContent(files, TODAY)

    expect(errors.map(printProblem)).toEqual([])
  })

  it('has an entry, or a topic without one, for every id of the knowledge map', () => {
    const known = new Set(topics.map(topic => topic.id))

    expect(IDS.filter(id => !known.has(id))).toEqual([])
  })

  it('has every point of the standards exactly once', () => {
    const points = entries.flatMap(entry => (entry.kind === 'standard' && entry.point ? [entry.point] : []))

    expect(points.toSorted()).toEqual(POINTS.toSorted())
  })

  it('names each entry of the standards after its point', () => {
    const misnamed = entries.filter(
      entry =>
        entry.kind === 'standard' && entry.point && !entry.id.startsWith(`standard-${entry.point.replace('.', '-')}-`),
    )

    expect(misnamed.map(entry => entry.id)).toEqual([])
  })

  it.each(Object.entries(MAP))('puts the ids of %s in the department or kind of that name', (group, ids) => {
    const listed = new Set(ids.split(/\s+/))
    const misplaced = topics.filter(topic => listed.has(topic.id)).filter(topic => !belongs(topic, group))

    expect(misplaced.map(topic => topic.id)).toEqual([])
  })
})

/** Departments own procedures; standards, office, redirects and conversation are kinds of their own. */
function belongs(topic: (typeof topics)[number], group: string): boolean {
  const kind = { standards: 'standard', office: 'office', redirects: 'redirect', conversation: 'conversation' }[group]
  if (kind === undefined) return topic.department === group
  return !('kind' in topic) || topic.kind === kind
}

describe('the knowledge map', () => {
  it('has 121 ids, each once', () => {
    expect(new Set(IDS).size).toBe(121)
    expect(IDS).toHaveLength(121)
  })
})
