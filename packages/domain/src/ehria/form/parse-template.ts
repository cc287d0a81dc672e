import { invalid, ok, type Problem, type Result } from "../../result.ts";
import { checkTemplate } from "./check-template.ts";
import type { FormTemplate } from "./template.ts";
import { templateSchema } from "./template-schema.ts";

/** "questions.4.text", or with the question's own key where the file has one: "questions.target-groups.text". */
const readablePath = (path: readonly PropertyKey[], source: unknown): string => {
  let current: unknown = source;
  const names = path.map((step) => {
    current = typeof current === "object" && current !== null ? Reflect.get(current, step) : undefined;
    const key = typeof current === "object" && current !== null ? Reflect.get(current, "key") : undefined;
    return typeof step === "number" && typeof key === "string" ? key : String(step);
  });
  return names.join(".");
};

/**
 * Reads a template from parsed JSON. Fails with every fault of shape, or else with every fault of sense
 * (see check-template.ts); each names its place by the keys of the file.
 */
export const parseTemplate = (source: unknown): Result<FormTemplate> => {
  const parsed = templateSchema.safeParse(source);
  if (!parsed.success) {
    const problems: Problem[] = parsed.error.issues.map((issue) => ({
      path: readablePath(issue.path, source),
      message: issue.message,
    }));
    return invalid(problems, "The template file has faults");
  }
  const problems = checkTemplate(parsed.data);
  return problems.length === 0 ? ok(parsed.data) : invalid(problems, "The template file has faults");
};
