import { ok, type Result } from "@due-regard/domain/result";
import { badInput } from "../../schema/bad-input.ts";
import { builder } from "../../schema/builder.ts";
import { AssessmentStatusEnum, ProtectedCharacteristicEnum } from "../../schema/ehria-enums.ts";
import { DepartmentType } from "../organisations/organisation.graphql.ts";
import {
  type AssessmentConditions,
  MOST_REFERENCES,
  readReferences,
  readYear,
} from "./filter-assessments.ts";

export const AssessmentFilter = builder.inputType("AssessmentFilter", {
  description: "Which assessments. Every condition given must hold.",
  fields: (t) => ({
    status: t.field({ type: [AssessmentStatusEnum], description: "In one of these states." }),
    department: t.globalID({ for: DepartmentType, description: "Of this department." }),
    characteristic: t.field({
      type: ProtectedCharacteristicEnum,
      description: "That say people with this characteristic are affected.",
    }),
    mine: t.boolean({ description: "True: only those that you lead or contribute to." }),
    waitingForMe: t.boolean({
      description:
        "True: only those that wait for something from you: to be written, reviewed, prepared for the public or published.",
    }),
    search: t.string({ description: "Words of its title or reference." }),
    reviewDueBy: t.field({ type: "Date", description: "Whose review is due on or before this day." }),
    strategy: t.string({
      description:
        "That cite part of the plan with this slug, or a figure of a metric that hangs under it. An unknown slug: none.",
    }),
    year: t.string({
      description:
        "Completed in this financial year, such as 2025-26; where no day of completion is recorded, signed by the chair in it. What has neither is left out.",
    }),
    references: t.stringList({
      description: `Among these, such as EHRIA-2026-0007: at most ${MOST_REFERENCES}. One that you may not see, or that isn't there, is left out.`,
    }),
  }),
});

const given = <Value>(read: Result<Value>): Value => {
  if (read.ok) return read.value;
  throw badInput(read.failure);
};

/** The filter as the conditions on rows take it. What can't be read is an error in words. */
export const readFilter = (
  filter: typeof AssessmentFilter.$inferInput | null | undefined,
): AssessmentConditions => {
  const { department, year, references, ...rest } = filter ?? {};
  return {
    ...rest,
    departmentId: department ? String(department.id) : null,
    year: given(year ? readYear(year) : ok(null)),
    references: given(references ? readReferences(references) : ok(null)),
  };
};
