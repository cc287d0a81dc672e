import { data } from "react-router";
import type { LoadQuery } from "../../../data/load.ts";
import { requireFound, requireViewer } from "../../../data/viewer.ts";
import { MetricOrganisationsQuery, MetricQuery } from "./queries.ts";

export const loadMetric = async (load: LoadQuery, request: Request, code: string) => {
  await requireViewer(load, request);
  const { metric } = await load(MetricOrganisationsQuery, { code }, "cache-first");
  const { organisations } = await requireFound(load, request, metric);
  const asked = new URL(request.url).searchParams.get("organisation");
  const organisation = asked ? organisations.find((each) => each.code === asked) : organisations[0];
  if (asked && !organisation) throw data(null, { status: 404 });
  const answer = await load(MetricQuery, { code, organisation: organisation?.code ?? "" });
  return { metric: await requireFound(load, request, answer.metric), organisation: organisation ?? null };
};

export type MetricData = Awaited<ReturnType<typeof loadMetric>>;
