import type { LoadQuery } from "../../../data/load.ts";
import { requireFound, requireViewer } from "../../../data/viewer.ts";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { ArrangeQuery, PrepareQuery } from "./queries.ts";

export const loadPrepare = async (load: LoadQuery, request: Request) => {
  await requireViewer(load, request);
  return await load(PrepareQuery, {});
};

export const loadArrange = async (load: LoadQuery, request: Request) => {
  await requireViewer(load, request);
  const search = new URL(request.url).searchParams;
  const names = { organisation: search.get("organisation") ?? "", period: search.get("period") ?? "" };
  const asked = names.organisation === "" || names.period === "" ? null : names;
  const answer = await load(ArrangeQuery, await requireFound(load, request, asked));
  return { ...answer, dashboard: await requireFound(load, request, answer.dashboard) };
};

export type PrepareData = Awaited<ReturnType<typeof loadPrepare>>;
export type ArrangeData = Awaited<ReturnType<typeof loadArrange>>;

/** What each of the page's forms is told and tells. */
export interface ArrangeProps {
  data: ArrangeData;
  /** Something was done: said to everybody, and the page's data is asked for again. */
  onDone: (said: string) => void;
  onErrors: (errors: readonly FieldError[]) => void;
}
