import { type EvidenceRow, kindOfEvidence } from "@due-regard/database/assessments/load-content";
import type { EvidenceKind } from "@due-regard/domain/ehria/content";
import type { ChangedPart } from "@due-regard/domain/ehria/evidence/evidence-change";
import type { PinnedGroup } from "@due-regard/domain/ehria/evidence/pin";
import { readLink } from "@due-regard/domain/ehria/evidence/read-link";
import type { ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { periodOf } from "@due-regard/domain/metrics/period";
import { builder } from "../../schema/builder.ts";
import { describedEnum } from "../../schema/described-enum.ts";
import { ProtectedCharacteristicEnum } from "../../schema/ehria-enums.ts";
import { inOrderOfIds, isRowId } from "../../schema/load-by-ids.ts";
import { OrganisationType } from "../organisations/organisation.graphql.ts";
import { MetricType } from "../performance/metric-type.ts";
import { ObservationType } from "../performance/observation.graphql.ts";
import { PeriodType } from "../performance/period.graphql.ts";
import { DeliveryActionType, StrategyElementType } from "../strategies/strategy-types.ts";
import { EvidenceFileType, FileTypeEnum } from "./evidence/file.graphql.ts";
import { loadFile } from "./evidence/load-files.ts";
import { loadLinks } from "./evidence/load-links.ts";
import { placeOfRow } from "./evidence-place.ts";
import { type ChangeNow, evidenceNow } from "./load-evidence-changes.ts";

const EvidenceKindEnum = describedEnum<EvidenceKind>("EvidenceKind", "What is cited.", {
  OBSERVATION: "A figure.",
  STRATEGY_ELEMENT: "An element of a plan.",
  DELIVERY_ACTION: "A delivery action of a plan.",
  LINK: "A web page.",
  FILE: "An uploaded file.",
});

const PinnedGroupType = builder.objectRef<PinnedGroup>("PinnedGroup").implement({
  description: "A group’s figure that was cited with a figure, under disclosure control whoever cited it.",
  fields: (t) => ({
    characteristic: t.field({
      type: ProtectedCharacteristicEnum,
      description: "The protected characteristic.",
      resolve: ({ characteristic }) => characteristic as ProtectedCharacteristic,
    }),
    category: t.exposeString("category", { description: "The group within it." }),
    display: t.exposeString("display", { description: "The figure as it stood." }),
    value: t.expose("value", {
      type: "Decimal",
      nullable: true,
      description: "The value. Null: it had none, or it is hidden.",
    }),
  }),
});

const PinnedFileType = builder.objectRef<NonNullable<EvidenceRow["pinnedFile"]>>("PinnedFile").implement({
  description: "A file as it was cited: by its hash it can be told from every other.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Its name." }),
    type: t.expose("type", { type: FileTypeEnum, description: "What it is." }),
    bytes: t.exposeInt("bytes", { description: "Its size in bytes." }),
    sha256: t.exposeString("sha256", { description: "SHA-256 of its bytes, in hex." }),
  }),
});

const PinnedEvidenceType = builder.objectRef<EvidenceRow>("PinnedEvidence").implement({
  description: "What was cited, fixed as it stood when it was cited.",
  fields: (t) => ({
    title: t.exposeString("pinnedTitle", { description: "What it is." }),
    display: t.exposeString("pinnedDisplay", {
      description: "The figure or words as they stood; of a page its address, of a file its name.",
    }),
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
    knownSince: t.expose("pinnedKnownSince", {
      type: "DateTime",
      nullable: true,
      description: "Since when it was known here as it is pinned. Null: not known.",
    }),
    groups: t.field({
      type: [PinnedGroupType],
      description: "Figures of groups that were cited with it.",
      resolve: ({ pinnedGroups }) => [...pinnedGroups],
    }),
    file: t.field({
      type: PinnedFileType,
      nullable: true,
      description: "The file as it was. Null: not a file.",
      resolve: ({ pinnedFile }) => pinnedFile,
    }),
    at: t.expose("pinnedAt", { type: "DateTime", description: "When it was cited." }),
    hash: t.exposeString("pinnedHash", {
      description: "SHA-256 over all that is pinned, so that a later change shows.",
    }),
  }),
});

const ChangedPartType = builder.objectRef<ChangedPart>("EvidenceChangedPart").implement({
  description: "One thing that is not as it was cited.",
  fields: (t) => ({
    category: t.exposeString("category", {
      nullable: true,
      description: "The group that it is about. Null: the figure, the words or the file itself.",
    }),
    before: t.exposeString("before", {
      nullable: true,
      description: "As it was cited. Null: it was not there.",
    }),
    now: t.exposeString("now", {
      nullable: true,
      description: "As it stands. Null: it is not there any longer.",
    }),
  }),
});

const EvidenceChangeType = builder
  .objectRef<ChangeNow & { period: string | null }>("EvidenceChange")
  .implement({
    description: "How something is not as it was cited.",
    fields: (t) => ({
      parts: t.field({
        type: [ChangedPartType],
        description: "What differs, with both.",
        resolve: ({ parts }) => parts,
      }),
      period: t.field({
        type: PeriodType,
        nullable: true,
        description: "The period that both are about. Null: no figure.",
        resolve: ({ period }) => (period === null ? null : periodOf(period)),
      }),
      changedAt: t.expose("changedAt", {
        type: "DateTime",
        nullable: true,
        description: "Since when it stands as it does now. Null: it stands no longer, or nobody knows.",
      }),
      note: t.exposeString("note", {
        nullable: true,
        description: "What is said of the figure that stands now, such as why it was revised. Null: nothing.",
      }),
      source: t.exposeString("source", {
        nullable: true,
        description: "The paper that the figure of now comes from. Null: none is named, or no figure.",
      }),
    }),
  });

export const EvidenceLinkType = builder.loadableNodeRef("EvidenceLink", {
  id: { resolve: (link: EvidenceRow) => link.id },
  load: async (ids: string[], { db, viewer }) =>
    inOrderOfIds(ids, await loadLinks(db, viewer, ids.filter(isRowId))),
});

EvidenceLinkType.implement({
  description:
    "A figure, an element or a delivery action of a plan, a web page or a file cited in an answer.",
  fields: (t) => ({
    kind: t.field({ type: EvidenceKindEnum, description: "What is cited.", resolve: kindOfEvidence }),
    place: t.string({
      description: "Where it is cited: “question”, “question.part”, or “assessment” for the whole.",
      resolve: placeOfRow,
    }),
    observation: t.field({
      type: ObservationType,
      nullable: true,
      description: "The figure cited. Null: not a figure, or you may not read figures.",
      resolve: (link) => link.observationId,
    }),
    metric: t.field({
      type: MetricType,
      nullable: true,
      description:
        "The measure that the figure is of, also where the figure was revised. Null: not a figure, it stands no longer, or you may not read figures.",
      resolve: async (link, _args, context) => (await evidenceNow(context, link)).now?.metricId ?? null,
    }),
    organisation: t.field({
      type: OrganisationType,
      nullable: true,
      description: "Whose figure it is. Null: as for `metric`.",
      resolve: async (link, _args, context) => (await evidenceNow(context, link)).now?.organisationId ?? null,
    }),
    strategyElement: t.field({
      type: StrategyElementType,
      nullable: true,
      description: "The element of a plan. Null: not one.",
      resolve: (link) => link.strategyElementId,
    }),
    deliveryAction: t.field({
      type: DeliveryActionType,
      nullable: true,
      description: "The delivery action of a plan. Null: not one, or you may not read plans.",
      resolve: (link) => link.deliveryActionId,
    }),
    url: t.exposeString("url", { nullable: true, description: "The web page. Null: not one." }),
    host: t.string({
      nullable: true,
      description: "Whose page it is: “www.gov.uk”. Null: not a page.",
      resolve: ({ url }) => {
        const link = url === null ? null : readLink(url);
        return link?.ok ? link.value.host : null;
      },
    }),
    file: t.field({
      type: EvidenceFileType,
      nullable: true,
      description: "The file. Null: not one.",
      resolve: async ({ fileId }, _args, context) =>
        fileId === null ? null : ((await loadFile(context, fileId))[0] ?? null),
    }),
    note: t.exposeString("note", { nullable: true, description: "Why it matters here. Null: not said." }),
    pinned: t.field({
      type: PinnedEvidenceType,
      description: "What was cited, as it stood.",
      resolve: (link) => link,
    }),
    changedSincePinned: t.boolean({
      description:
        "True when what is known now is not what was cited. Nobody looks at a web page again: of one it is always false.",
      resolve: async (link, _args, context) => (await evidenceNow(context, link)).change !== null,
    }),
    change: t.field({
      type: EvidenceChangeType,
      nullable: true,
      description: "How it differs from what was cited. Null: it does not, or you may not read figures.",
      resolve: async (link, _args, context) => {
        const { change } = await evidenceNow(context, link);
        return change && { ...change, period: link.pinnedPeriod };
      },
    }),
    newer: t.field({
      type: ObservationType,
      nullable: true,
      description:
        "The newest figure of a later period in the same series. Null: there is none, or you may not read figures.",
      resolve: async (link, _args, context) => {
        const { newer } = await evidenceNow(context, link);
        // A group's figure is shown as whoever looks may see it: its loader knows how.
        return newer?.breakdownCharacteristic == null ? newer : newer.id;
      },
    }),
  }),
});
