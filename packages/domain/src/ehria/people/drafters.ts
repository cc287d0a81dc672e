import { holdsRole, type RoleGrant } from "../../access/roles.ts";
import { invalid, ok, type Result } from "../../result.ts";

/** Who may write one assessment, and how that changes. Nothing is written here. */

export type DrafterRole = "LEAD" | "CONTRIBUTOR";

/** Somebody who drafts an assessment now. Whoever did so earlier stays on record, and is not in this list. */
export interface Drafter {
  userId: string;
  role: DrafterRole;
}

/** A person who is to be asked to draft, as far as the rules look at them. */
export interface Candidate {
  userId: string;
  name: string;
  /** Their account is closed: they can't sign in. */
  disabled: boolean;
  /**
   * They have taken part in its review: signed it as chair, asked for changes, recommended what to decide, commented for the group, or
   * were named to chair it. Who reviews an assessment and who writes it are different people, whichever came first (design/domain.md §3).
   */
  reviewed: boolean;
}

export interface DrafterEvent {
  type: "ADDED" | "REMOVED";
  userId: string;
  role: DrafterRole;
}

/** How many people may write one assessment at once, the lead among them. */
export const MOST_DRAFTERS = 100;

const PATH = "person";
const refuse = (message: string): Result<never> => invalid([{ path: PATH, message }]);

const closed = ({ name }: Candidate): Result<never> =>
  refuse(`${name} can't sign in any more. Choose somebody else.`);

/** Why whoever reviewed it can't come to write it. Null: they didn't. */
export const whatReviewingBars = ({ name, reviewed }: Pick<Candidate, "name" | "reviewed">): string | null =>
  reviewed
    ? `${name} has taken part in the review of this assessment, so they can't lead it or help to write it.`
    : null;

/** Who can't be asked to write it at all, with the reason. */
const refuseToAsk = (person: Candidate): Result<never> | null => {
  if (person.disabled) return closed(person);
  const barred = whatReviewingBars(person);
  return barred === null ? null : refuse(`${barred} Choose somebody else.`);
};

const roleOf = (drafters: readonly Drafter[], userId: string): DrafterRole | null =>
  drafters.find((drafter) => drafter.userId === userId)?.role ?? null;

/**
 * Asks somebody to contribute. Asking who contributes already changes nothing. VALIDATION for the lead, a closed account,
 * whoever took part in its review, and one more than {@link MOST_DRAFTERS}.
 */
export const decideInvite = (drafters: readonly Drafter[], person: Candidate): Result<DrafterEvent[]> => {
  const role = roleOf(drafters, person.userId);
  if (role === "CONTRIBUTOR") return ok([]);
  if (role === "LEAD") return refuse(`${person.name} leads this assessment, and so writes it already.`);
  const refused = refuseToAsk(person);
  if (refused !== null) return refused;
  if (drafters.length >= MOST_DRAFTERS)
    return refuse(`Up to ${MOST_DRAFTERS} people can write one assessment. Remove somebody first.`);
  return ok([{ type: "ADDED", userId: person.userId, role: "CONTRIBUTOR" }]);
};

/** Ends somebody's part. Who has none is gone already, and that is no error. VALIDATION for the lead. */
export const decideRemoval = (
  drafters: readonly Drafter[],
  person: Pick<Candidate, "userId" | "name">,
): Result<DrafterEvent[]> => {
  const role = roleOf(drafters, person.userId);
  if (role === "LEAD")
    return refuse(`${person.name} leads this assessment. Hand it over to somebody else first.`);
  return ok(role === null ? [] : [{ type: "REMOVED", userId: person.userId, role }]);
};

/**
 * Makes somebody else the lead; whoever led until now may stay as a contributor. There is one lead at every moment, so the
 * events come in the order in which they are to be written. VALIDATION for a closed account, whoever took part in its
 * review, and who leads already.
 */
export const decideHandOver = (
  drafters: readonly Drafter[],
  person: Candidate,
  { formerStays }: { formerStays: boolean },
): Result<DrafterEvent[]> => {
  if (roleOf(drafters, person.userId) === "LEAD")
    return refuse(`${person.name} leads this assessment already.`);
  const refused = refuseToAsk(person);
  if (refused !== null) return refused;
  const former = drafters.find(({ role }) => role === "LEAD");
  const events: DrafterEvent[] = [];
  if (former) events.push({ type: "REMOVED", userId: former.userId, role: "LEAD" });
  if (roleOf(drafters, person.userId) === "CONTRIBUTOR")
    events.push({ type: "REMOVED", userId: person.userId, role: "CONTRIBUTOR" });
  events.push({ type: "ADDED", userId: person.userId, role: "LEAD" });
  if (former && formerStays) events.push({ type: "ADDED", userId: former.userId, role: "CONTRIBUTOR" });
  return ok(events);
};

/** Who drafts after these events. */
export const applyDrafterEvents = (
  drafters: readonly Drafter[],
  events: readonly DrafterEvent[],
): Drafter[] => {
  let now = [...drafters];
  for (const { type, userId, role } of events) {
    if (type === "ADDED") now.push({ userId, role });
    else now = now.filter((drafter) => drafter.userId !== userId || drafter.role !== role);
  }
  return now;
};

/**
 * What drafting would keep somebody from who reviews for that department: whoever led or contributed, ever, can't review or
 * sign the assessment (design/domain.md §3, process). Null: nothing.
 */
export const whatDraftingBars = (roles: readonly RoleGrant[], departmentId: string): string | null => {
  const holds = (role: "DEG_CHAIR" | "DEG_MEMBER") =>
    holdsRole({ userId: "", departmentId: null, roles: [...roles], scopes: [] }, role, departmentId);
  const ever = "Whoever has helped to write an assessment, even for a day, can never";
  if (holds("DEG_CHAIR"))
    return `Chairs the Departmental Equalities Group here. ${ever} sign it off: the group would need another chair for it.`;
  if (holds("DEG_MEMBER")) return `Sits on the Departmental Equalities Group here. ${ever} review it.`;
  return null;
};
