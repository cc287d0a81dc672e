import type { Result } from "@due-regard/domain/result";
import { builder } from "../../../schema/builder.ts";
import { ProtectedCharacteristicEnum } from "../../../schema/ehria-enums.ts";
import { isRowId } from "../../../schema/load-by-ids.ts";
import { answer, resultUnion } from "../../../schema/result-union.ts";
import { ObservationType } from "../../performance/observation.graphql.ts";
import { DeliveryActionType, StrategyElementType } from "../../strategies/strategy-types.ts";
import { AssessmentType } from "../assessment-type.ts";
import { EvidenceLinkType } from "../evidence.graphql.ts";
import { type EvidenceLinked, linkEvidence, unlinkEvidence } from "../link-evidence.ts";
import type { AssessmentHead } from "../load-head.ts";
import { AssessmentSaved } from "../payloads.graphql.ts";
import { reciteEvidence } from "../recite-evidence.ts";
import { saveEvidenceNote } from "./save-evidence-note.ts";

const REFERENCE = "The assessment's reference.";
const KEY =
  "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.";

const LinkEvidenceInput = builder.inputType("LinkEvidenceInput", {
  description:
    "What to cite, and where. Give one of observation, strategyElement, deliveryAction, url and file.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    place: t.string({
      required: true,
      description:
        "“question” or “question.part”; a part may be a characteristic. “assessment”: for the assessment as a whole.",
    }),
    observation: t.globalID({ for: ObservationType, description: "A figure." }),
    strategyElement: t.globalID({ for: StrategyElementType, description: "An element of a plan." }),
    deliveryAction: t.globalID({ for: DeliveryActionType, description: "A delivery action of a plan." }),
    groups: t.field({
      type: [ProtectedCharacteristicEnum],
      description: "With a figure: the protected characteristics whose groups are pinned beside it.",
    }),
    url: t.string({
      description: "A web page: http or https, without a name and password, up to 2,000 characters.",
    }),
    file: t.id({
      description: "A file of this assessment, by the `id` of an EvidenceFile. New ones come by POST /files.",
    }),
    title: t.string({
      description: "Of a page or a file: what it is, up to 300 characters. Default: its address or name.",
    }),
    seenOn: t.field({
      type: "Date",
      description: "Of a page: the day on which you looked at it. Default: today.",
    }),
    note: t.string({ description: "Why it matters here, up to 1,000 characters." }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const ReciteEvidenceInput = builder.inputType("ReciteEvidenceInput", {
  description:
    "Which citation gets a new pin. Without observation and file: the same thing, as it stands now.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    evidence: t.globalID({ for: EvidenceLinkType, required: true, description: "The citation." }),
    observation: t.globalID({ for: ObservationType, description: "A newer figure in its place." }),
    file: t.id({ description: "A newer file of this assessment in its place." }),
    basedOnHash: t.string({
      required: true,
      description: "`pinned.hash` as you saw it: another pin meanwhile is a Conflict.",
    }),
    idempotencyKey: t.string({ description: KEY }),
  }),
});

const SaveEvidenceNoteInput = builder.inputType("SaveEvidenceNoteInput", {
  description: "What is to stand beside a citation.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    evidence: t.globalID({ for: EvidenceLinkType, required: true, description: "The citation." }),
    note: t.string({ description: "Why it matters here, up to 1,000 characters. Null: no note." }),
    basedOnNote: t.string({
      description: "The note as it stood when you began to write: another one meanwhile is a Conflict.",
    }),
  }),
});

const UnlinkEvidenceInput = builder.inputType("UnlinkEvidenceInput", {
  description: "Which citation to take out.",
  fields: (t) => ({
    reference: t.string({ required: true, description: REFERENCE }),
    evidence: t.globalID({ for: EvidenceLinkType, required: true, description: "The citation." }),
  }),
});

const EvidenceLinkedPayload = builder.objectRef<EvidenceLinked>("EvidenceLinked").implement({
  description: "It is cited, and pinned as it stands now.",
  fields: (t) => ({
    assessment: t.field({
      type: AssessmentType,
      description: "The assessment as it now stands.",
      resolve: ({ head }) => head,
    }),
    evidence: t.field({
      type: EvidenceLinkType,
      description: "The citation.",
      resolve: ({ linkId }) => linkId,
    }),
  }),
});

const LinkEvidenceResult = resultUnion("LinkEvidenceResult", EvidenceLinkedPayload);
const ReciteEvidenceResult = resultUnion("ReciteEvidenceResult", EvidenceLinkedPayload);
const SaveEvidenceNoteResult = resultUnion("SaveEvidenceNoteResult", EvidenceLinkedPayload);
const UnlinkEvidenceResult = resultUnion("UnlinkEvidenceResult", AssessmentSaved);

/** The id of a row that has no global one. What can be none names nothing. */
const rowIdOf = (id: string | number | null | undefined): string | null =>
  id == null ? null : isRowId(String(id)) ? String(id) : NO_ROW;
const NO_ROW = "00000000-0000-0000-0000-000000000000";

const saved = (result: Result<AssessmentHead>) =>
  answer(result.ok ? { ok: true, value: { head: result.value, savedAt: new Date().toISOString() } } : result);

builder.mutationFields((t) => ({
  linkEvidence: t.field({
    type: LinkEvidenceResult,
    description:
      "Cites a figure, an element or a delivery action of a plan, a web page or a file in an answer, pinned as it stands now.",
    args: {
      input: t.arg({ type: LinkEvidenceInput, required: true, description: "What to cite, and where." }),
    },
    resolve: async (_root, { input }, context) => {
      const { observation, strategyElement, deliveryAction, file, seenOn, ...rest } = input;
      const ids = {
        observationId: observation?.id ?? null,
        strategyElementId: strategyElement?.id ?? null,
        deliveryActionId: deliveryAction?.id ?? null,
        fileId: rowIdOf(file),
      };
      return answer(await linkEvidence(context, { ...rest, ...ids, seenOn: seenOn ?? null }));
    },
  }),
  reciteEvidence: t.field({
    type: ReciteEvidenceResult,
    description:
      "Gives a citation of a draft a new pin: of the same thing as it stands now, or of a newer one in its place. The history keeps the old one.",
    args: { input: t.arg({ type: ReciteEvidenceInput, required: true, description: "Which citation." }) },
    resolve: async (_root, { input }, context) => {
      const { evidence, observation, file, ...rest } = input;
      const ids = {
        linkId: evidence.id,
        observationId: observation?.id ?? null,
        fileId: rowIdOf(file),
      };
      return answer(await reciteEvidence(context, { ...rest, ...ids }));
    },
  }),
  saveEvidenceNote: t.field({
    type: SaveEvidenceNoteResult,
    description: "Puts another note beside a citation of a draft. What is pinned stays as it is.",
    args: {
      input: t.arg({
        type: SaveEvidenceNoteInput,
        required: true,
        description: "The citation and the note.",
      }),
    },
    resolve: async (_root, { input }, context) => {
      const { evidence, ...rest } = input;
      return answer(await saveEvidenceNote(context, { ...rest, linkId: evidence.id }));
    },
  }),
  unlinkEvidence: t.field({
    type: UnlinkEvidenceResult,
    description: "Takes a citation out of a draft.",
    args: { input: t.arg({ type: UnlinkEvidenceInput, required: true, description: "Which citation." }) },
    resolve: async (_root, { input }, context) =>
      saved(await unlinkEvidence(context, { reference: input.reference, linkId: input.evidence.id })),
  }),
}));
