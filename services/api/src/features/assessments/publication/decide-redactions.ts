import { publications, redactionDecisions } from "@due-regard/database/schema/publications";
import { mayOnAssessment } from "@due-regard/domain/access/policy";
import { checkDecision } from "@due-regard/domain/ehria/publication/decision";
import { hitId, type Passage, type RedactionChoice } from "@due-regard/domain/ehria/publication/hit";
import { textsOf } from "@due-regard/domain/ehria/publication/passages";
import { STATUS_IN_WORDS } from "@due-regard/domain/ehria/workflow/transitions";
import { conflict, invalid, notAllowed, ok, type Problem, type Result } from "@due-regard/domain/result";
import { and, eq, isNull } from "drizzle-orm";
import type { ApiContext, SignedInViewer } from "../../../context.ts";
import { once } from "../../../schema/in-transaction.ts";
import type { AssessmentHead } from "../load-head.ts";
import { recordHistory } from "../record-history.ts";
import { type AssessmentWrite, withAssessment } from "../write-to-assessment.ts";
import { type DecisionRow, loadPublication, notAsSealed, type PublicationView } from "./load-publication.ts";

export interface RedactionInput {
  /** Id of a hit; or the passage itself, where the scan missed it. */
  hit?: string | null | undefined;
  passage?: Passage | null | undefined;
  choice: RedactionChoice;
  reason?: string | null | undefined;
  replacement?: string | null | undefined;
  /** Of the decision that it is based on; 0 where there was none. */
  version: number;
}

export interface DecideInput {
  reference: string;
  decisions: readonly RedactionInput[];
  idempotencyKey?: string | null | undefined;
}

/** In one call: far more than one page shows. */
const MOST_DECISIONS = 200;

/** Only who may redact, and only while it is signed off and not published. */
export const mayRedact = (viewer: SignedInViewer, { policySubject }: AssessmentHead): Result<void> =>
  mayOnAssessment(viewer, "assessment.redact", policySubject)
    ? ok(undefined)
    : notAllowed(
        `This assessment is ${STATUS_IN_WORDS[policySubject.status]}, and you can't decide what the public reads of it.`,
      );

/**
 * Decides about passages that the public might read, all or none. Whatever was prepared before is thrown away: it is another copy now.
 */
export const decideRedactions = (context: ApiContext, input: DecideInput): Promise<Result<AssessmentHead>> =>
  withAssessment(
    context,
    input.reference,
    async (write) => {
      const question = {
        viewer: write.viewer,
        key: input.idempotencyKey,
        operation: "decideRedactions",
        input,
      };
      const decided = await once(write.tx, question, () => decideAll(write, input));
      return decided.ok ? ok(undefined) : decided;
    },
    mayRedact,
  );

const decideAll = async (write: AssessmentWrite, { decisions }: DecideInput): Promise<Result<string>> => {
  const { tx, head, body } = write;
  if (decisions.length === 0 || decisions.length > MOST_DECISIONS)
    return invalid([{ path: "decisions", message: `Send from 1 to ${MOST_DECISIONS} decisions` }]);
  const view = await loadPublication(tx, head, body);
  if (view === null) return notAsSealed();
  const read = decisions.map((each, index) => readDecision(view, each, `decisions.${index}`));
  const problems = read.flatMap((each) => ("problems" in each ? each.problems : []));
  if (problems.length > 0) return invalid(problems);
  const wanted = read.flatMap((each) => ("problems" in each ? [] : [each]));
  if (new Set(wanted.map((each) => each.hitId)).size < wanted.length)
    return invalid([{ path: "decisions", message: "Decide about each passage once" }]);
  const stale = wanted.flatMap((each) => conflictWith(view, each));
  if (stale.length > 0) return conflict(stale, "Somebody else has decided about this passage meanwhile");
  await store(write, wanted);
  return ok(head.reference);
};

type Wanted = Omit<DecisionRow, "decidedById" | "decidedAt">;

/** The passage that is meant, if it is one of the copy as it stands. */
const findPassage = (
  { hits, draft, head }: PublicationView,
  { hit, passage }: RedactionInput,
): (Passage & { hitId: string }) | null => {
  if (hit != null) {
    const found = hits.find(({ id }) => id === hit);
    return found === undefined ? null : { ...found, hitId: found.id };
  }
  if (passage == null || passage.text.trim() === "") return null;
  const text = textsOf(draft).find(({ place }) => place === passage.place)?.text;
  if (text?.slice(passage.start, passage.end) !== passage.text) return null;
  return { ...passage, hitId: hitId(head.sealedHash ?? "", passage) };
};

const NO_PASSAGE = "This passage doesn't stand in the assessment. Open the page again";

const readDecision = (
  view: PublicationView,
  input: RedactionInput,
  path: string,
): Wanted | { problems: Problem[] } => {
  const passage = findPassage(view, input);
  if (passage === null) return { problems: [{ path: `${path}.hit`, message: NO_PASSAGE }] };
  const { choice, version } = input;
  const decision = {
    choice,
    reason: choice === "KEEP" ? (input.reason?.trim() ?? null) : null,
    replacement: choice === "REPLACE" ? (input.replacement?.trim() ?? null) : null,
  };
  const problems = checkDecision(decision, view.known).map((each) => ({
    ...each,
    path: `${path}.${each.path}`,
  }));
  if (problems.length > 0) return { problems };
  const { hitId: id, place, start, end, text } = passage;
  return { hitId: id, place, start, end, text, ...decision, version };
};

const CHOICE_WORDS: Record<RedactionChoice, string> = {
  REDACT: "Leave it out",
  KEEP: "Publish it",
  REPLACE: "Replace it",
};

const inWords = ({
  choice,
  reason,
  replacement,
}: Pick<Wanted, "choice" | "reason" | "replacement">): string =>
  [CHOICE_WORDS[choice], reason ?? replacement].filter(Boolean).join(": ");

const conflictWith = ({ decisions }: PublicationView, wanted: Wanted) => {
  const current = decisions.find((each) => each.hitId === wanted.hitId);
  const currentVersion = current?.version ?? 0;
  if (currentVersion === wanted.version) return [];
  return [
    {
      path: wanted.hitId,
      currentVersion,
      basedOnVersion: wanted.version,
      theirs: current === undefined ? null : inWords(current),
      yours: inWords(wanted),
    },
  ];
};

const store = async ({ tx, head, viewer, context }: AssessmentWrite, wanted: readonly Wanted[]) => {
  await tx
    .delete(publications)
    .where(and(eq(publications.revisionId, head.revisionId), isNull(publications.approvedAt)));
  await tx.insert(redactionDecisions).values(
    wanted.map(({ text, version, ...row }) => ({
      ...row,
      passage: text,
      version: version + 1,
      revisionId: head.revisionId,
      decidedById: viewer.userId,
    })),
  );
  await recordHistory(
    tx,
    context,
    head,
    wanted.map(({ hitId: hit, place, choice, reason }) => ({
      action: "publication.passage-decided" as const,
      reason,
      // Never the words: the record is kept for good, and read by more people.
      detail: { hit, place, choice },
    })),
  );
};
