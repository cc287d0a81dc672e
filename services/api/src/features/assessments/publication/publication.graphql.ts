import type { HitKind, RedactionChoice } from "@due-regard/domain/ehria/publication/hit";
import { namePublicPlace } from "@due-regard/domain/ehria/publication/name-public-place";
import { textsOf } from "@due-regard/domain/ehria/publication/passages";
import type { PlacedText } from "@due-regard/domain/ehria/publication/scan";
import { builder } from "../../../schema/builder.ts";
import { describedEnum } from "../../../schema/described-enum.ts";
import { UserType } from "../../people/user.graphql.ts";
import { AssessmentType } from "../assessment-type.ts";
import { bodyOf } from "../load-body.ts";
import { caseOf } from "../load-case.ts";
import { contextOf } from "./hit-context.ts";
import {
  type DecisionRow,
  loadPrepared,
  loadPreparedFiles,
  loadPublication,
  type PreparedFile,
  type PreparedRow,
  type PublicationView,
} from "./load-publication.ts";

export const RedactionChoiceEnum = describedEnum<RedactionChoice>(
  "RedactionChoice",
  "What is decided about a passage that the public might read.",
  {
    REDACT: "Leave it out: “[redacted]” stands in its place.",
    KEEP: "Publish it all the same, for a reason.",
    REPLACE: "Put a job title in its place.",
  },
);

const PassageKindEnum = describedEnum<HitKind>("PassageKind", "What a passage may tell of somebody.", {
  KNOWN_PERSON: "The name of somebody on the list of people.",
  NAME: "What reads like somebody's name.",
  EMAIL: "An email address.",
  PHONE: "A phone number.",
  POSTCODE: "A whole postcode.",
  NHS_NUMBER: "An NHS number, by its check figure.",
  NI_NUMBER: "A National Insurance number.",
  SMALL_GROUP: "A count under five of people.",
  ADDED: "A passage that somebody added.",
});

const DecisionType = builder.objectRef<DecisionRow>("RedactionDecision").implement({
  description: "What was decided about a passage.",
  fields: (t) => ({
    choice: t.expose("choice", { type: RedactionChoiceEnum, description: "What." }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "Why it may be published. Null: it isn't.",
    }),
    replacement: t.exposeString("replacement", {
      nullable: true,
      description: "What takes its place. Null: nothing does.",
    }),
    version: t.exposeInt("version", { description: "From 1, one more each time it is decided anew." }),
    by: t.field({ type: UserType, description: "Who decided.", resolve: ({ decidedById }) => decidedById }),
    at: t.expose("decidedAt", { type: "DateTime", description: "When." }),
  }),
});

type HitView = PublicationView["hits"][number] & { view: PublicationView };

const HitType = builder.objectRef<HitView>("RedactionHit").implement({
  description: "A passage that may identify somebody, and that a person decides about.",
  fields: (t) => ({
    id: t.exposeString("id", { description: "The same for the same passage of the same revision, always." }),
    place: t.exposeString("place", { description: "Where it stands: “potential-impact.AGE.comments”." }),
    label: t.string({
      description: "The place, for people.",
      resolve: ({ view, place }) => namePublicPlace(view.draft.form, place),
    }),
    kinds: t.expose("kinds", { type: [PassageKindEnum], description: "What it may be." }),
    text: t.exposeString("text", { description: "The words." }),
    before: t.string({
      description: "What stands before it, up to 200 characters.",
      resolve: ({ view, ...hit }) => contextOf(view.draft, hit).before,
    }),
    after: t.string({
      description: "What stands after it, up to 200 characters.",
      resolve: ({ view, ...hit }) => contextOf(view.draft, hit).after,
    }),
    decision: t.field({
      type: DecisionType,
      nullable: true,
      description: "What was decided. Null: nothing yet.",
      resolve: ({ view, id }) => view.decisions.find(({ hitId }) => hitId === id) ?? null,
    }),
  }),
});

const TextType = builder.objectRef<PlacedText & { view: PublicationView }>("PublicText").implement({
  description: "A text of the copy, whole, as it was signed: where to look for what the searches missed.",
  fields: (t) => ({
    place: t.exposeString("place", { description: "Where it stands." }),
    label: t.string({
      description: "The place, for people.",
      resolve: ({ view, place }) => namePublicPlace(view.draft.form, place),
    }),
    text: t.exposeString("text", { description: "The words." }),
  }),
});

type FileView = PreparedFile & { reference: string };

const FileType = builder.objectRef<FileView>("PreparedFile").implement({
  description: "A file of the copy, as it would be published.",
  fields: (t) => ({
    format: t.string({ description: "html, pdf, docx or json.", resolve: ({ format }) => format }),
    bytes: t.int({ description: "Its size.", resolve: ({ bytes }) => bytes.length }),
    sha256: t.exposeString("sha256", { description: "SHA-256 of its bytes." }),
    address: t.string({
      description: "Where to look at it.",
      resolve: ({ format, reference }) => `/downloads/publication.${format}?reference=${reference}`,
    }),
  }),
});

type PreparedView = PreparedRow & { reference: string };

const PreparedType = builder.objectRef<PreparedView>("PreparedPublication").implement({
  description: "The copy for the public, made ready for somebody else to approve.",
  fields: (t) => ({
    hash: t.exposeString("publicationHash", {
      description:
        "Over the copy and the bytes of each file: whoever publishes it sends it back as `displayedHash`.",
    }),
    contentHash: t.exposeString("copyHash", { description: "SHA-256 of the copy's RFC 8785 text." }),
    edition: t.exposeInt("edition", { description: "Which text it is under this reference, from 1." }),
    preparedBy: t.field({
      type: UserType,
      description: "Who prepared it.",
      resolve: (row) => row.preparedById,
    }),
    preparedAt: t.expose("preparedAt", { type: "DateTime", description: "When." }),
    approvedBy: t.field({
      type: UserType,
      nullable: true,
      description: "Who approved and published it. Null: nobody yet.",
      resolve: (row) => row.approvedById,
    }),
    approvedAt: t.expose("approvedAt", {
      type: "DateTime",
      nullable: true,
      description: "When. Null: not yet.",
    }),
    previewAddress: t.string({
      description: "A page that shows it as the public will see it.",
      resolve: ({ reference }) => `/publications/${reference}`,
    }),
    files: t.field({
      type: [FileType],
      description: "Its files.",
      resolve: async ({ id, reference }, _args, { db }) =>
        (await loadPreparedFiles(db, id)).map((file) => ({ ...file, reference })),
    }),
  }),
});

const PublicationType = builder.objectRef<PublicationView>("Publication").implement({
  description: "What is being made of a signed revision for the public.",
  fields: (t) => ({
    hits: t.field({
      type: [HitType],
      description: "Every passage that may identify somebody, in the order of the copy.",
      resolve: (view) => view.hits.map((hit) => ({ ...hit, view })),
    }),
    openHits: t.int({
      description: "How many of them nobody has decided about.",
      resolve: ({ open }) => open.length,
    }),
    texts: t.field({
      type: [TextType],
      description: "Every text of the copy, for a person to read through.",
      resolve: (view) => textsOf(view.draft).map((text) => ({ ...text, view })),
    }),
    prepared: t.field({
      type: PreparedType,
      nullable: true,
      description:
        "What was prepared from these decisions. Null: nothing yet, or somebody decided anew since.",
      resolve: async ({ head }, _args, { db }) => {
        const row = await loadPrepared(db, head.revisionId);
        return row && { ...row, reference: head.reference };
      },
    }),
  }),
});

builder.objectField(AssessmentType, "standsInRegister", (t) =>
  t.boolean({
    description:
      "True while an edition of it stands in the public register as published: whoever supersedes or withdraws it then tells the public why.",
    resolve: async (head, _args, context) => (await caseOf(context, head)).standsInRegister,
  }),
);

const PublicationStepEnum = describedEnum<"PREPARE" | "APPROVE">(
  "PublicationStep",
  "What has to be done next, so that the public can read what is signed off.",
  {
    PREPARE: "Somebody decides what the copy leaves out, and prepares it.",
    APPROVE: "A second person reads the copy and publishes it.",
  },
);

builder.objectField(AssessmentType, "publicationStep", (t) =>
  t.field({
    type: PublicationStepEnum,
    nullable: true,
    description:
      "What has to be done next until the public can read it. Null: nothing, since it is not signed off or stands in the register as it is; and for those who have no part in that.",
    resolve: ({ status, isInForce, isPrepared }) => {
      if (status !== "SIGNED_OFF" || !isInForce) return null;
      return isPrepared ? "APPROVE" : "PREPARE";
    },
  }),
);

builder.objectField(AssessmentType, "publication", (t) =>
  t.field({
    type: PublicationType,
    nullable: true,
    description:
      "What is being made of it for the public. Null for those who have no part in that, and until it is signed off.",
    resolve: async (head, _args, context) =>
      head.isEarlier || head.sealedHash === null
        ? null
        : await loadPublication(context.db, head, await bodyOf(context, head)),
  }),
);
