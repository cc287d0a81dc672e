import { londonDay } from "@due-regard/api/schema/london-today";
import type { Transaction } from "@due-regard/database/connection";
import {
  type AwaitedResult,
  type DueActions,
  type DueDate,
  listAwaitedResults,
  listDueActions,
  listDueReviews,
} from "@due-regard/database/read-models/due";
import { readWhatWaits } from "@due-regard/database/read-models/what-waits";
import { departments } from "@due-regard/database/schema/organisations";
import { roleGrants } from "@due-regard/database/schema/people";
import { mayForOrganisation } from "@due-regard/domain/access/policy";
import { ACTION_DUE_SOON_DAYS } from "@due-regard/domain/ehria/actions/live-action";
import { decideBy } from "@due-regard/domain/ehria/review/deadline";
import { addDays } from "@due-regard/domain/metrics/calendar";
import {
  ACTION_NOTICES,
  actionKey,
  DUE_NOTICES,
  DUE_SOON_DAYS,
  type DueThing,
  type DueWindow,
  dueOn,
  dueStage,
  readExpected,
  stageKey,
} from "@due-regard/domain/notices/due";
import { type NoticePeople, peopleOf } from "@due-regard/domain/notices/recipients";
import { and, eq, isNull } from "drizzle-orm";
import { loadPeople } from "./load-people.ts";
import { loadRecipients } from "./load-recipients.ts";
import type { NewNotice } from "./write-notices.ts";

/** What of one assessment is due at one time. */
interface AssessmentDue extends DueDate {
  thing: DueThing;
  window: DueWindow;
}

/** The notices that dates bring on a day in London: of every stage that has been reached, told before or not. */
export const listDueNotices = async (tx: Transaction, today: string): Promise<NewNotice[]> => {
  const until = addDays(today, DUE_SOON_DAYS);
  const actions = await listDueActions(tx, addDays(today, ACTION_DUE_SOON_DAYS));
  const awaited = await listAwaitedResults(tx);
  const due: AssessmentDue[] = [
    ...(await listDueReviews(tx, until)).map((each) => onDay("REVIEW", each)),
    ...(await decisions(tx)),
    ...citedResults(awaited),
  ];
  return [
    ...(await noticesOfAssessments(tx, due, today)),
    ...(await noticesOfActions(tx, actions, today)),
    ...(await noticesOfOrganisations(tx, awaited, today)),
  ];
};

const onDay = (thing: DueThing, date: DueDate): AssessmentDue => ({
  ...date,
  thing,
  window: dueOn(date.due),
});

/** What waits for its group: sent back and submitted again, another day counts. */
const decisions = async (tx: Transaction): Promise<AssessmentDue[]> =>
  (await readWhatWaits(tx))
    .filter(({ status }) => status === "IN_REVIEW")
    .map(({ assessmentId, since }) =>
      onDay("DECISION", { assessmentId, due: decideBy(londonDay(new Date(since))), count: 1 }),
    );

/** Results expected at the same time are told of together. */
const citedResults = (awaited: readonly AwaitedResult[]): AssessmentDue[] => {
  const cited = awaited.flatMap(({ expectedOn, citedBy }) =>
    citedBy.map((assessmentId) => ({ assessmentId, due: expectedOn })),
  );
  return [...Map.groupBy(cited, ({ assessmentId, due }) => `${assessmentId} ${due}`).values()].flatMap(
    (same) => {
      const [first] = same;
      const window = first && readExpected(first.due);
      return first && window ? [{ ...first, count: same.length, thing: "RESULTS" as const, window }] : [];
    },
  );
};

const noticesOfAssessments = async (
  tx: Transaction,
  due: readonly AssessmentDue[],
  today: string,
): Promise<NewNotice[]> => {
  const people = new Map<string, NoticePeople>();
  const notices: NewNotice[] = [];
  for (const { assessmentId, thing, window, due: date, count } of due) {
    const stage = dueStage(window, today);
    if (stage === null) continue;
    const known = people.get(assessmentId) ?? (await loadPeople(tx, assessmentId));
    people.set(assessmentId, known);
    const { kind, to } = DUE_NOTICES[thing][stage];
    const key = stageKey(kind, assessmentId, date);
    for (const recipientId of peopleOf(to, known))
      notices.push({ recipientId, kind, key, assessmentId, due: date, count });
  }
  return notices;
};

/** To who sees to them: the owner, or where nobody was named the lead officer. */
const noticesOfActions = async (
  tx: Transaction,
  due: readonly DueActions[],
  today: string,
): Promise<NewNotice[]> => {
  const notices: NewNotice[] = [];
  for (const { assessmentId, ownerId, due: date, count } of due) {
    const stage = dueStage(dueOn(date), today, ACTION_DUE_SOON_DAYS);
    if (stage === null) continue;
    const { kind } = ACTION_NOTICES[stage];
    const key = actionKey(kind, assessmentId, date, today);
    const recipientId = ownerId ?? (await loadPeople(tx, assessmentId)).leadId;
    if (recipientId !== null) notices.push({ recipientId, kind, key, assessmentId, due: date, count });
  }
  return together(notices);
};

/** Somebody may own some of a plan's actions and lead the rest: they are told of all of a day at once. */
const together = (notices: readonly NewNotice[]): NewNotice[] =>
  [...Map.groupBy(notices, ({ recipientId, key }) => `${recipientId} ${key}`).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, count: same.reduce((sum, { count = 1 }) => sum + count, 0) }] : [];
  });

/** An organisation's results are awaited by whoever may record its figures. */
const noticesOfOrganisations = async (
  tx: Transaction,
  awaited: readonly AwaitedResult[],
  today: string,
): Promise<NewNotice[]> => {
  const analysts = await loadAnalysts(tx);
  const places = await loadDepartments(tx);
  const together = Map.groupBy(
    awaited,
    ({ organisationId, expectedOn }) => `${organisationId} ${expectedOn}`,
  );
  return [...together.values()].flatMap((same) => {
    const [first] = same;
    const window = first && readExpected(first.expectedOn);
    const stage = window && dueStage(window, today);
    if (!first || !stage) return [];
    const { organisationId, expectedOn: due } = first;
    const { kind } = DUE_NOTICES.RESULTS[stage];
    const key = stageKey(kind, organisationId, due);
    return analysts
      .filter(({ viewer }) =>
        mayForOrganisation(viewer, "performance.write", places.get(organisationId) ?? []),
      )
      .map(({ viewer }) => ({
        recipientId: viewer.userId,
        kind,
        key,
        organisationId,
        due,
        count: same.length,
      }));
  });
};

const loadAnalysts = async (tx: Transaction) => {
  const grants = await tx
    .selectDistinct({ userId: roleGrants.userId })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, "ANALYST"), isNull(roleGrants.revokedAt)));
  return await loadRecipients(
    tx,
    grants.map(({ userId }) => userId),
  );
};

const loadDepartments = async (tx: Transaction): Promise<Map<string, string[]>> => {
  const rows = await tx
    .select({ id: departments.id, organisationId: departments.organisationId })
    .from(departments);
  return new Map(
    [...Map.groupBy(rows, ({ organisationId }) => organisationId)].map(([id, own]) => [
      id,
      own.map((department) => department.id),
    ]),
  );
};
