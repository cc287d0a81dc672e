import type { Transaction } from "@due-regard/database/connection";
import type { GeneralAct } from "@due-regard/domain/access/policy";
import { notAllowed, ok, type Result } from "@due-regard/domain/result";
import type { ApiContext, SignedInViewer } from "../../context.ts";
import { inPreview, inTransaction, once } from "../../schema/in-transaction.ts";
import { type FigureSubject, findSubjects, type SubjectNames } from "./figure-subjects.ts";
import { type DashboardChange, watchDashboards } from "./watch-dashboards.ts";

/** One write about figures: observations, a target, a judgement or commentary. */
export interface FigureWrite<Stored> {
  operation: string;
  act: GeneralAct;
  /** What somebody who is not signed in hears. */
  signIn: string;
  input: { idempotencyKey?: string | null | undefined };
  names: readonly SubjectNames[];
  /** Where in the input a name stands; default: at its root. */
  pathOf?: (index: number) => string;
  /** Checks and writes. What it answers names what was written: a retry under the same key gets that name again. */
  write: (tx: Transaction, subjects: FigureSubject[], viewer: SignedInViewer) => Promise<Result<string>>;
  /** What the name stands for, read while the write still stands. */
  load: (tx: Transaction, name: string, viewer: SignedInViewer) => Promise<Stored>;
}

export interface WriteOptions {
  /** True: do everything, answer, and undo it. No key is used and nothing is audited. */
  preview: boolean;
  /** How to show the dashboards before and after. Null: nobody asked. */
  compare: { withRanks: boolean } | null;
}

export interface FigureWritten<Stored> {
  preview: boolean;
  stored: Stored;
  dashboards: DashboardChange[];
}

/** The only one of what was found or stored; none is a bug. */
export const theOnly = <Value>([value]: readonly Value[]): Value => {
  if (value === undefined) throw new Error("What was written about is gone");
  return value;
};

/** The one way in which figures are written: names found and locked, then the write, then what it changes; all or none. */
export const writeFigures = async <Stored>(
  context: ApiContext,
  write: FigureWrite<Stored>,
  { preview, compare }: WriteOptions,
): Promise<Result<FigureWritten<Stored>>> => {
  const { viewer } = context;
  if (viewer === null) return notAllowed(write.signIn);
  const { operation, input } = write;
  const work = async (tx: Transaction): Promise<Result<FigureWritten<Stored>>> => {
    let dashboards: DashboardChange[] = [];
    const carryOut = async (): Promise<Result<string>> => {
      const subjects = await findSubjects(tx, viewer, write.act, write.names, write.pathOf);
      if (!subjects.ok) return subjects;
      // After the locks: what another write has just changed is no change of this one.
      const changes = compare && (await watchDashboards(tx, subjects.value, compare));
      const named = await write.write(tx, subjects.value, viewer);
      if (named.ok && changes) dashboards = await changes();
      return named;
    };
    const named = preview
      ? await carryOut()
      : await once(tx, { viewer, key: input.idempotencyKey, operation, input }, carryOut);
    if (!named.ok) return named;
    return ok({ preview, stored: await write.load(tx, named.value, viewer), dashboards });
  };
  return preview ? await inPreview(context, work) : await inTransaction(context, work);
};
