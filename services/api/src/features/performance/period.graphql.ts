import type { Period } from "@due-regard/domain/metrics/period";
import { parsePeriod } from "@due-regard/domain/metrics/period";
import { GraphQLError } from "graphql";
import { builder } from "../../schema/builder.ts";
import { PeriodKindEnum } from "../../schema/performance-enums.ts";

export const PeriodType = builder.objectRef<Period>("Period").implement({
  description: "A stretch of time that figures are about.",
  fields: (t) => ({
    code: t.exposeString("code", {
      description:
        "2019-20 (financial year), 2019-20-Q3, 2019-11 (month), 2019-04/2019-11 (from month to month), AY2017-18 (academic year), 2017-12-31 (snapshot day).",
    }),
    label: t.exposeString("label", { description: "For people: “2019/20”, “April to November 2019”." }),
    kind: t.expose("kind", { type: PeriodKindEnum, description: "What sort of period it is." }),
    start: t.expose("start", { type: "Date", description: "Its first day." }),
    end: t.expose("end", { type: "Date", description: "Its last day, included." }),
  }),
});

/** Reads a period code given by a client; a code that can't be read is the client's error, in words. */
export const readPeriod = (code: string): Period => {
  const result = parsePeriod(code);
  if (result.ok) return result.value;
  const message = result.failure.kind === "VALIDATION" ? result.failure.problems[0]?.message : undefined;
  throw new GraphQLError(message ?? result.failure.message, { extensions: { code: "BAD_USER_INPUT" } });
};
