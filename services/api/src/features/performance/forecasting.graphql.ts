import type { ForecastRow } from "@due-regard/database/read-models/figures";
import type { ApiContext } from "../../context.ts";
import { storedView } from "../../derive/outlook.ts";
import { builder } from "../../schema/builder.ts";
import { oncePerRequest } from "../../schema/once-per-request.ts";
import { ForecastMethodEnum } from "../../schema/performance-enums.ts";
import { answer, resultUnion } from "../../schema/result-union.ts";
import { DashboardChangeType } from "./dashboard-change.graphql.ts";
import type { MetricRecord } from "./figure-subjects.ts";
import { ForecastType } from "./forecast.graphql.ts";
import { PREVIEW } from "./inputs.graphql.ts";
import { loadOutlook } from "./load-outlook.ts";
import { MetricType } from "./metric-type.ts";
import { ANSWERED } from "./payloads.graphql.ts";
import { readPeriod } from "./period.graphql.ts";
import { recordForecast } from "./record-forecast.ts";
import { requireOrganisation } from "./require-organisation.ts";
import type { FigureWritten } from "./write-figures.ts";
import { optionsOf } from "./write-options.ts";

interface OutlookQuestion {
  metric: MetricRecord;
  organisation: string;
  period: string;
  asAt: string | null;
}

/** The forecast and the reason for none are two fields of one answer. */
const outlookOnce = oncePerRequest(
  async ({ db }: ApiContext, { metric, organisation, period, asAt }: OutlookQuestion) => {
    const { id } = await requireOrganisation(db, organisation);
    return await loadOutlook(db, { metric, organisationId: id, period: readPeriod(period), asAt });
  },
);

const ARGUMENTS = {
  organisation: "ONS code.",
  period:
    "Period code of the year, to forecast from the latest figure in it; or of the months from April, to forecast from those.",
  asAt: "As known at this instant. Default: now.",
} as const;

builder.objectFields(MetricType, (t) => ({
  forecast: t.field({
    type: ForecastType,
    nullable: true,
    description:
      "Where one organisation's year is heading: an officer's forecast, else one worked out from the figures. Null: see `noForecastReason`.",
    args: {
      organisation: t.arg.string({ required: true, description: ARGUMENTS.organisation }),
      period: t.arg.string({ required: true, description: ARGUMENTS.period }),
      asAt: t.arg({ type: "DateTime", description: ARGUMENTS.asAt }),
    },
    resolve: async (metric, { asAt, ...question }, context) =>
      (await outlookOnce(context, { metric, ...question, asAt: asAt ?? null })).forecast,
  }),
  noForecastReason: t.string({
    nullable: true,
    description: "Why there is no forecast, in words. Null: there is one.",
    args: {
      organisation: t.arg.string({ required: true, description: ARGUMENTS.organisation }),
      period: t.arg.string({ required: true, description: ARGUMENTS.period }),
      asAt: t.arg({ type: "DateTime", description: ARGUMENTS.asAt }),
    },
    resolve: async (metric, { asAt, ...question }, context) =>
      (await outlookOnce(context, { metric, ...question, asAt: asAt ?? null })).reason,
  }),
}));

const RecordForecastInput = builder.inputType("RecordForecastInput", {
  description: "What you expect a year to end at.",
  fields: (t) => ({
    metric: t.string({ required: true, description: "Stable code of the metric: “1C pt 2a”." }),
    organisation: t.string({ required: true, description: "ONS code of the organisation." }),
    period: t.string({
      required: true,
      description: "Period code of the year: 2019-20, or an academic year. Not one that has its figure.",
    }),
    method: t.field({
      type: ForecastMethodEnum,
      description:
        "Default: OFFICER. LINEAR or PROFILED stores what is worked out now, whichever the measure calls for; from then on a newer figure makes a new forecast.",
    }),
    value: t.field({ type: "Decimal", description: "In the metric's unit. For OFFICER, and only then." }),
    basis: t.string({
      description: "What the forecast rests on. Up to 1,000 characters. For OFFICER, and only then.",
    }),
    basedOnRecordedAt: t.field({
      type: "DateTime",
      description: "`recordedAt` of the stored forecast that you saw. Leave out when none was stored.",
    }),
    preview: t.boolean({ description: PREVIEW }),
    idempotencyKey: t.string({
      description:
        "Any text of up to 100 characters that names this call: a retry with the same key has no second effect.",
    }),
  }),
});

const ForecastRecorded = builder.objectRef<FigureWritten<ForecastRow>>("ForecastRecorded").implement({
  description: "The forecast is kept, with its method, basis and author, or in a preview could be.",
  fields: (t) => ({
    preview: t.exposeBoolean("preview", { description: ANSWERED.preview }),
    forecast: t.field({
      type: ForecastType,
      description: "The forecast as stored.",
      resolve: ({ stored }) => {
        const view = storedView(stored);
        if (view === null) throw new Error("The forecast that was stored has no value");
        return view;
      },
    }),
    dashboards: t.expose("dashboards", { type: [DashboardChangeType], description: ANSWERED.dashboards }),
  }),
});

const RecordForecastResult = resultUnion("RecordForecastResult", ForecastRecorded);

builder.mutationField("recordForecast", (t) =>
  t.field({
    type: RecordForecastResult,
    description:
      "Stores what a year is expected to end at, with what it rests on. It outranks what is worked out, and is never an actual. Heads of service and analysts.",
    args: {
      input: t.arg({ type: RecordForecastInput, required: true, description: "The forecast." }),
    },
    resolve: async (_root, { input: { preview, ...input } }, context, info) =>
      answer(await recordForecast(context, input, optionsOf(preview, info))),
  }),
);
