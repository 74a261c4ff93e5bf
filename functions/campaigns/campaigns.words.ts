/** A campaign is drawn up, then runs from its first to its last day, then is over. */
export const campaignStates = ['draft', 'running', 'ended'] as const;
export type CampaignState = (typeof campaignStates)[number];

/**
 * How a household of a campaign stands. `empty`: nobody lives there any more, the lead decides; `refused`: they
 * don't want a visit, and nobody presses them; `excluded`: the lead took it out, with a reason.
 */
export const assignmentStatuses = ['planned', 'visited', 'refused', 'empty', 'excluded'] as const;
export type AssignmentStatus = (typeof assignmentStatuses)[number];

/** Parts of a day a visit can be put off to; `rest-day` is any time of a day off. */
export const slots = ['morning', 'afternoon', 'evening', 'rest-day'] as const;
export type Slot = (typeof slots)[number];

/** Why a household is visited on another day than the planned one. */
export const putOffReasons = ['off-peak', 'appointment', 'by-hand'] as const;

export const limits = {
  name: 60,
  objective: 500,
  step: 200,
  steps: 12,
  material: 60,
  materials: 10,
  reason: 300,
  /** Households one person can be given for one day. */
  perDayMost: 60,
  perDay: 20,
  /** Days from the first to the last of a campaign. */
  days: 366,
  /** People of one village's plan. */
  people: 300,
  /** Assignments one transaction changes: each is a state and an event, and a transaction takes a hundred items. */
  perCommit: 40,
  /** Assignments one request changes; whoever asks for more asks again. */
  perRequest: 400,
  /** Tries kept with an assignment; the visits themselves are all kept. */
  tries: 12,
  page: 50,
  roundRows: 400,
  /** Examples a proof names of each kind; the count is always whole. */
  named: 100,
} as const;
