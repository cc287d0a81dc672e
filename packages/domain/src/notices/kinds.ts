/**
 * Why somebody is told something (issue 4, "Notices"). A kind is a line of {@link NOTICE_KINDS} and its row of {@link NOTICES};
 * who gets it stands in recipients.ts for what happened, and in due.ts for what a date brings.
 */
export const NOTICE_KINDS = [
  "INVITED",
  "MADE_LEAD",
  "COMMENTED",
  "CHANGES_REQUESTED",
  "SUBMITTED_FOR_REVIEW",
  "POINTS_ADDRESSED",
  "RECOMMENDED",
  "NAMED_DEPUTY",
  "SIGNED_OFF",
  "COPY_PREPARED",
  "PUBLISHED",
  "REOPENED",
  "WITHDRAWN",
  "RESULTS_EXPECTED",
  "RESULTS_OVERDUE",
  "ACTION_DUE_SOON",
  "ACTION_OVERDUE",
  "REVIEW_DUE_SOON",
  "REVIEW_OVERDUE",
  "REVIEW_DUE",
  "REVIEW_CAUSE",
  "ACTION_GIVEN",
  "LEAD_CHANGED",
  "DECISION_DUE_SOON",
  "DECISION_OVERDUE",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** NOW: it waits for the person, or is late. SOON: it will. FOR_INFORMATION: nothing is asked of them. */
export const NOTICE_URGENCIES = ["NOW", "SOON", "FOR_INFORMATION"] as const;
export type NoticeUrgency = (typeof NOTICE_URGENCIES)[number];

/** What a notice is about, as far as its words need it. Titles and dates alone: never what anybody wrote. */
export interface NoticeSubject {
  /** The assessment's title, or the organisation whose results are meant. */
  title: string;
  /** "EHRIA-2026-0007"; null for results of an organisation. */
  reference: string | null;
  /** When it is due, as people read it: "5 December 2026", "May 2023". Null: it isn't about a date. */
  due: string | null;
  /** How many things it stands for, where it can be several. */
  count: number;
}

interface NoticeTerms {
  urgency: NoticeUrgency;
  /** One line. Emails use it as their subject. */
  words: (subject: NoticeSubject) => string;
  /** Where on the assessment's pages it leads, below its own address: "review". None: its own page. */
  place?: string;
}

const results = ({ count }: NoticeSubject): string => (count === 1 ? "A result" : `${count} results`);
const actions = ({ count }: NoticeSubject): string => (count === 1 ? "An action" : `${count} actions`);

/** The table of notices: a kind that is missing here doesn't compile. */
export const NOTICES: Readonly<Record<NoticeKind, NoticeTerms>> = {
  INVITED: { urgency: "NOW", words: ({ title }) => `You are asked to help write: ${title}` },
  MADE_LEAD: { urgency: "NOW", words: ({ title }) => `You are now the lead officer of: ${title}` },
  COMMENTED: { urgency: "SOON", words: ({ title }) => `New comment: ${title}`, place: "comments" },
  CHANGES_REQUESTED: { urgency: "NOW", words: ({ title }) => `Changes are asked for: ${title}` },
  SUBMITTED_FOR_REVIEW: {
    urgency: "NOW",
    words: ({ title }) => `Submitted for your review: ${title}`,
    place: "review",
  },
  POINTS_ADDRESSED: {
    urgency: "NOW",
    words: ({ title }) => `Submitted again after changes: ${title}`,
    place: "review",
  },
  RECOMMENDED: {
    urgency: "SOON",
    words: ({ title }) => `A member of the group made a recommendation: ${title}`,
    place: "review",
  },
  NAMED_DEPUTY: {
    urgency: "NOW",
    words: ({ title }) => `You are to chair the review of: ${title}`,
    place: "review",
  },
  SIGNED_OFF: { urgency: "FOR_INFORMATION", words: ({ title }) => `Signed off: ${title}` },
  COPY_PREPARED: {
    urgency: "NOW",
    words: ({ title }) => `The copy for the public waits for your approval: ${title}`,
    place: "publish",
  },
  PUBLISHED: { urgency: "FOR_INFORMATION", words: ({ title }) => `Published: ${title}` },
  REOPENED: { urgency: "SOON", words: ({ title }) => `Reopened: ${title}` },
  WITHDRAWN: { urgency: "FOR_INFORMATION", words: ({ title }) => `Withdrawn: ${title}` },
  RESULTS_EXPECTED: {
    urgency: "SOON",
    words: (subject) => `${results(subject)} expected ${whenOf(subject)}: ${subject.title}`,
  },
  RESULTS_OVERDUE: {
    urgency: "NOW",
    words: (subject) =>
      `${results(subject)} expected ${whenOf(subject)} still not recorded: ${subject.title}`,
  },
  ACTION_DUE_SOON: {
    urgency: "SOON",
    words: (subject) => `${actions(subject)} due ${whenOf(subject)}: ${subject.title}`,
  },
  ACTION_OVERDUE: {
    urgency: "NOW",
    words: (subject) => `${actions(subject)} overdue since ${subject.due}: ${subject.title}`,
  },
  REVIEW_DUE_SOON: {
    urgency: "SOON",
    words: (subject) => `To be reviewed ${whenOf(subject)}: ${subject.title}`,
  },
  REVIEW_OVERDUE: {
    urgency: "NOW",
    words: (subject) => `Review overdue since ${subject.due}: ${subject.title}`,
  },
  DECISION_DUE_SOON: {
    urgency: "NOW",
    words: (subject) => `The group is asked to decide by ${subject.due}: ${subject.title}`,
    place: "review",
  },
  DECISION_OVERDUE: {
    urgency: "NOW",
    words: (subject) => `The group was asked to decide by ${subject.due}: ${subject.title}`,
    place: "review",
  },
  REVIEW_DUE: {
    urgency: "NOW",
    words: ({ title }) => `Due for review, since something has changed: ${title}`,
  },
  REVIEW_CAUSE: { urgency: "NOW", words: ({ title }) => `One more reason to review: ${title}` },
  ACTION_GIVEN: { urgency: "NOW", words: ({ title }) => `An action is yours to see to: ${title}` },
  LEAD_CHANGED: {
    urgency: "FOR_INFORMATION",
    words: ({ title }) => `It has another lead officer: ${title}`,
    place: "people",
  },
};

/** "on 5 December 2026", "in May 2023". */
const whenOf = ({ due }: NoticeSubject): string =>
  due === null ? "" : /^\d{1,2} /.test(due) ? `on ${due}` : `in ${due}`;

/** The page that a notice leads to, from the top of the site. */
export const noticeAddress = (kind: NoticeKind, { reference }: Pick<NoticeSubject, "reference">): string => {
  if (reference === null) return "/performance";
  const below = NOTICES[kind].place;
  return below === undefined ? `/assessments/${reference}` : `/assessments/${reference}/${below}`;
};

/** How somebody wants to hear of notices beside the application itself. */
export const EMAIL_CHOICES = ["EACH", "DAILY", "NONE"] as const;
export type EmailChoice = (typeof EMAIL_CHOICES)[number];

/** Until somebody says otherwise. */
export const DEFAULT_EMAIL: EmailChoice = "EACH";

/** GIVEN_UP: nobody tries again. DROPPED: when it was to be sent, its reader might no longer read what it was about. */
export const EMAIL_STATES = ["WAITING", "SENT", "GIVEN_UP", "DROPPED"] as const;
