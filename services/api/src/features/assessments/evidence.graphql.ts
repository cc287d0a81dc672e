import type { EvidenceRow } from "@due-regard/database/assessments/load-content";
import { assessmentRevisions, assessments, evidenceLinks } from "@due-regard/database/schema/assessments";
import { and, eq, getTableColumns, inArray } from "drizzle-orm";
import { builder } from "../../schema/builder.ts";
import { inOrderOfIds, isRowId } from "../../schema/load-by-ids.ts";
import { ObservationType } from "../performance/observation.graphql.ts";
import { StrategyElementType } from "../strategies/strategy-types.ts";
import { hasChangedSincePinned } from "./load-evidence-changes.ts";
import { shownTo } from "./shown-to.ts";

const PinnedEvidenceType = builder.objectRef<EvidenceRow>("PinnedEvidence").implement({
  description: "What was cited, fixed as it stood when it was cited.",
  fields: (t) => ({
    title: t.exposeString("pinnedTitle", { description: "What it is." }),
    display: t.exposeString("pinnedDisplay", { description: "The figure or words as they stood." }),
    value: t.expose("pinnedValue", {
      type: "Decimal",
      nullable: true,
      description: "The value. Null: it had none.",
    }),
    period: t.exposeString("pinnedPeriod", {
      nullable: true,
      description: "Period code. Null: not a figure.",
    }),
    source: t.exposeString("pinnedSource", { nullable: true, description: "The paper. Null: none." }),
    on: t.expose("pinnedOn", {
      type: "Date",
      nullable: true,
      description: "Last day that it speaks for. Null: unknown.",
    }),
    at: t.expose("pinnedAt", { type: "DateTime", description: "When it was cited." }),
    hash: t.exposeString("pinnedHash", {
      description: "SHA-256 of the above, so that a later change shows.",
    }),
  }),
});

/** "question" or "question.part", as findings and problems name places. */
export const placeOf = ({ question, part }: Pick<EvidenceRow, "question" | "part">): string =>
  part === null ? (question ?? "assessment") : `${question}.${part}`;

export const EvidenceLinkType = builder.loadableNodeRef("EvidenceLink", {
  id: { resolve: (link: EvidenceRow) => link.id },
  load: async (ids: string[], { db, viewer }) =>
    inOrderOfIds(
      ids,
      await db
        .select(getTableColumns(evidenceLinks))
        .from(evidenceLinks)
        .innerJoin(assessmentRevisions, eq(assessmentRevisions.id, evidenceLinks.revisionId))
        .innerJoin(assessments, shownTo(db, viewer).isShown)
        .where(and(inArray(evidenceLinks.id, ids.filter(isRowId)), shownTo(db, viewer).readable)),
    ),
});

EvidenceLinkType.implement({
  description: "A figure, an element of a plan or a web page cited in an answer.",
  fields: (t) => ({
    place: t.string({ description: "Where it is cited: “question” or “question.part”.", resolve: placeOf }),
    observation: t.field({
      type: ObservationType,
      nullable: true,
      description: "The figure cited. Null: not a figure, or you may not read figures.",
      resolve: (link) => link.observationId,
    }),
    strategyElement: t.field({
      type: StrategyElementType,
      nullable: true,
      description: "The element of a plan. Null: not one.",
      resolve: (link) => link.strategyElementId,
    }),
    url: t.exposeString("url", { nullable: true, description: "The web page. Null: not one." }),
    note: t.exposeString("note", { nullable: true, description: "Why it matters here. Null: not said." }),
    pinned: t.field({
      type: PinnedEvidenceType,
      description: "What was cited, as it stood.",
      resolve: (link) => link,
    }),
    changedSincePinned: t.boolean({
      description: "True when what is known now is not what was cited.",
      resolve: (link, _args, context) => hasChangedSincePinned(context, link),
    }),
  }),
});
