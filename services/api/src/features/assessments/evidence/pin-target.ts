import { evidenceFiles } from "@due-regard/database/schema/assessments";
import { fileContents } from "@due-regard/database/schema/files";
import { metrics, observations } from "@due-regard/database/schema/metrics";
import { organisations } from "@due-regard/database/schema/organisations";
import { sources } from "@due-regard/database/schema/sources";
import { strategies, strategyElements } from "@due-regard/database/schema/strategies";
import { may } from "@due-regard/domain/access/policy";
import { FILE_LIMITS } from "@due-regard/domain/ehria/evidence/file-types";
import {
  type Pin,
  pinDeliveryAction,
  pinElement,
  pinFigure,
  pinFile,
  pinLink,
} from "@due-regard/domain/ehria/evidence/pin";
import { checkSeenOn, readLink } from "@due-regard/domain/ehria/evidence/read-link";
import type { ProtectedCharacteristic } from "@due-regard/domain/ehria/vocabulary";
import { periodOf } from "@due-regard/domain/metrics/period";
import { invalid, notFound, ok, type Result } from "@due-regard/domain/result";
import { and, eq } from "drizzle-orm";
import { protectObservations } from "../../../access/protect-observations.ts";
import { londonToday } from "../../../schema/london-today.ts";
import type { AssessmentWrite } from "../write-to-assessment.ts";
import { readGroups } from "./read-groups.ts";
import { readActions } from "./read-standings.ts";

/** What is cited: just one of the five. */
export interface EvidenceTarget {
  observationId: string | null;
  strategyElementId: string | null;
  deliveryActionId: string | null;
  url: string | null;
  /** A file that was uploaded to the same assessment. */
  fileId: string | null;
}

export const NO_TARGET: EvidenceTarget = {
  observationId: null,
  strategyElementId: null,
  deliveryActionId: null,
  url: null,
  fileId: null,
};

/** What else is said of it. */
export interface PinOptions {
  /** What a page or a file is, in the words of whoever cites it. Null: its address or name. */
  title: string | null;
  /** ISO date of the day on which a page was looked at. Null: today. */
  seenOn: string | null;
  /** Characteristics whose groups are cited with a figure. */
  groups: readonly ProtectedCharacteristic[];
}

/** What is cited, with its pin: a page under its address in one form. */
export interface PinnedTarget {
  target: EvidenceTarget;
  pin: Pin;
}

/** Pins what is cited as it stands now, for this assessment. */
export const pinTarget = async (
  write: AssessmentWrite,
  target: EvidenceTarget,
  options: PinOptions,
): Promise<Result<PinnedTarget>> => {
  const problem = problemOf(target, options);
  if (problem !== null) return problem;
  if (target.url !== null) return pinPage(target, options);
  if (target.fileId !== null) return pinTo(target, await pinUploaded(write, target.fileId, options));
  // Citing shows the figure, so it asks what reading it asks.
  if (!may(write.viewer, "performance.read")) return nothingToCite();
  if (target.deliveryActionId !== null)
    return pinTo(target, await pinPlanAction(write, target.deliveryActionId));
  if (target.observationId === null)
    return pinTo(target, await pinPlanElement(write, target.strategyElementId ?? ""));
  const groups = await readGroups(write.tx, target.observationId, options.groups);
  const missing = options.groups.find(
    (characteristic) => !groups.some((group) => group.characteristic === characteristic),
  );
  if (missing !== undefined)
    return invalid([
      { path: "groups", message: "This figure has no breakdown by that protected characteristic." },
    ]);
  return pinTo(target, await pinObservation(write, target.observationId, groups));
};

const nothingToCite = () => notFound("There is no such figure, element or file to cite.");

const pinTo = (target: EvidenceTarget, pin: Pin | null): Result<PinnedTarget> =>
  pin === null ? nothingToCite() : ok({ target, pin });

const problemOf = (target: EvidenceTarget, { title, seenOn, groups }: PinOptions): Result<never> | null => {
  const given = Object.values(target).filter((each) => each !== null).length;
  if (given !== 1)
    return invalid([
      {
        path: "observation",
        message:
          "Cite one thing: a figure, an element or a delivery action of a plan, a web page, or a file.",
      },
    ]);
  if ((title ?? "").length > FILE_LIMITS.titleCharacters)
    return invalid([
      { path: "title", message: `What it is has up to ${FILE_LIMITS.titleCharacters} characters.` },
    ]);
  if (title !== null && target.url === null && target.fileId === null)
    return invalid([{ path: "title", message: "A figure and what a plan says have names of their own." }]);
  if (seenOn !== null && target.url === null)
    return invalid([{ path: "seenOn", message: "Only of a web page is it said when it was looked at." }]);
  if (groups.length > 0 && target.observationId === null)
    return invalid([{ path: "groups", message: "Only a figure has a breakdown." }]);
  return null;
};

const pinPage = (target: EvidenceTarget, { title, seenOn }: PinOptions): Result<PinnedTarget> => {
  const link = readLink(target.url ?? "");
  if (!link.ok) return link;
  const { url } = link.value;
  const today = londonToday();
  const on = checkSeenOn(seenOn ?? today, today);
  return on.ok ? ok({ target: { ...target, url }, pin: pinLink({ url, title }, on.value) }) : on;
};

const pinUploaded = async (
  { tx, head }: AssessmentWrite,
  fileId: string,
  { title }: PinOptions,
): Promise<Pin | null> => {
  const [row] = await tx
    .select({ file: evidenceFiles, content: fileContents })
    .from(evidenceFiles)
    .innerJoin(fileContents, eq(fileContents.sha256, evidenceFiles.sha256))
    .where(and(eq(evidenceFiles.id, fileId), eq(evidenceFiles.assessmentId, head.id)));
  if (row === undefined) return null;
  const { name, sha256, uploadedAt } = row.file;
  const { type, bytes } = row.content;
  return pinFile({ name, type, bytes, sha256 }, title, uploadedAt);
};

const pinObservation = async (
  { tx }: AssessmentWrite,
  id: string,
  groups: Pin["groups"],
): Promise<Pin | null> => {
  const [row] = await tx
    .select({ observation: observations, metric: metrics, organisation: organisations, source: sources })
    .from(observations)
    .innerJoin(metrics, eq(metrics.id, observations.metricId))
    .innerJoin(organisations, eq(organisations.id, observations.organisationId))
    .leftJoin(sources, eq(sources.id, observations.sourceId))
    .where(eq(observations.id, id));
  if (row === undefined) return null;
  // Whoever cites it: an assessment is read by people who may not see small groups as recorded.
  const [observation] = await protectObservations(tx, null, [row.observation]);
  if (observation == null) return null;
  return pinFigure({
    metric: row.metric,
    organisation: row.organisation,
    period: periodOf(observation.period),
    category: observation.breakdownCategory ?? null,
    display: observation.display,
    value: observation.value,
    source: row.source?.title ?? null,
    recordedAt: observation.recordedAt,
    groups,
  });
};

const pinPlanElement = async ({ tx }: AssessmentWrite, id: string): Promise<Pin | null> => {
  const [row] = await tx
    .select({ element: strategyElements, strategy: strategies })
    .from(strategyElements)
    .innerJoin(strategies, eq(strategies.id, strategyElements.strategyId))
    .where(eq(strategyElements.id, id));
  return row === undefined
    ? null
    : pinElement({ ...row.element, strategy: row.strategy }, row.element.wordsChangedAt);
};

const pinPlanAction = async ({ tx }: AssessmentWrite, id: string): Promise<Pin | null> => {
  const [action] = await readActions(tx, [id]);
  return action === undefined ? null : pinDeliveryAction(action.cited, action.toldOn);
};
