import type { Problem } from "../../result.ts";
import { checkCommentText } from "./comment-rules.ts";

export interface HandingOver {
  deputyId: string;
  namedById: string;
  reason: string;
  /** Members of the department's group. */
  memberIds: readonly string[];
  /** Whoever ever led or helped to write it, and chairs who handed it over before. */
  conflictedIds: readonly string[];
  /** Who chairs its review now in the chair's place. Null: nobody. */
  currentDeputyId: string | null;
}

/**
 * Whoever has an interest in it chooses once: while the deputy can chair its review, only somebody without one puts another in
 * their place. Otherwise a chair who handed it over would go on deciding who decides.
 */
export const hasChosenAlready = ({
  memberIds,
  conflictedIds,
  namedById,
  currentDeputyId,
}: Omit<HandingOver, "deputyId" | "reason">): boolean =>
  conflictedIds.includes(namedById) &&
  currentDeputyId !== null &&
  memberIds.includes(currentDeputyId) &&
  !conflictedIds.includes(currentDeputyId);

/** Members of the group who may be named: without a conflict of interest, and not the one who names. */
export const possibleDeputies = (handing: Omit<HandingOver, "deputyId" | "reason">): string[] => {
  const { memberIds, conflictedIds, namedById, currentDeputyId } = handing;
  if (hasChosenAlready(handing)) return [];
  return memberIds.filter(
    (member) => member !== namedById && member !== currentDeputyId && !conflictedIds.includes(member),
  );
};

/** What stands against naming a deputy (issue 5, "Conflict of interest"). Why it is handed over goes on record. */
export const checkHandingOver = (handing: HandingOver): Problem[] => {
  const { deputyId, currentDeputyId } = handing;
  const problems = checkCommentText(handing.reason, "reason");
  if (deputyId === currentDeputyId) {
    return [...problems, { path: "deputy", message: "This person chairs its review already" }];
  }
  if (hasChosenAlready(handing)) {
    const message =
      "The deputy chairs its review now, and only the deputy hands it on: you have an interest in it, and named one already";
    return [...problems, { path: "deputy", message }];
  }
  return possibleDeputies(handing).includes(deputyId)
    ? problems
    : [
        ...problems,
        {
          path: "deputy",
          message:
            "Choose a member of the department's group, other than you, who never helped to write the assessment or handed it over",
        },
      ];
};
