import { invalid, ok, type Result } from "../../result.ts";
import { checkTemplate, duplicateKeys } from "./check-template.ts";
import { shapeWords } from "./shape-words.ts";
import type { FormTemplate } from "./template.ts";
import { type TemplateFault, templateFault } from "./template-fault.ts";
import { draftTemplateSchema, templateSchema } from "./template-schema.ts";

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

interface ShapeIssue {
  path: readonly PropertyKey[];
  message: string;
  code?: string | undefined;
  /** Of what is too small: "string", "number", "array". */
  origin?: string | undefined;
}

/** What to do about a fault of shape, by zod's name for it. Messages of our own say it themselves. */
const SHAPE_REMEDIES: Record<string, string> = {
  invalid_type: "Put a value of the right type here, as a form that you export has it",
  invalid_value: "Use one of these",
  "too_small number": "Put a larger number here",
  too_small: "Write it, or take out what it belongs to",
  unrecognized_keys: "Take it out, or check its spelling",
  invalid_union: "Put a value of the right shape here, as a form that you export has it",
};

const remedyOf = ({ code = "", origin = "" }: ShapeIssue): string =>
  SHAPE_REMEDIES[`${code} ${origin}`] ?? SHAPE_REMEDIES[code] ?? "Put it right in this place";

const shapeFault = (issue: ShapeIssue, source: unknown): TemplateFault =>
  templateFault(readablePath(issue.path, source), issue.message, remedyOf(issue));

type Parsed = { template: FormTemplate | null; faults: TemplateFault[] };

/**
 * Everything that keeps a document from being published, each with its place and remedy: every fault of shape, or else
 * every fault of sense (see check-template.ts). No faults: `template` holds it, with defaults filled in.
 */
export const findTemplateFaults = (source: unknown): Parsed => {
  const parsed = templateSchema.safeParse(source, { error: shapeWords });
  if (!parsed.success)
    return { template: null, faults: parsed.error.issues.map((issue) => shapeFault(issue, source)) };
  const faults = checkTemplate(parsed.data);
  return { template: faults.length === 0 ? parsed.data : null, faults };
};

const HAS_FAULTS = "The template file has faults";

/** Reads a template from parsed JSON. Fails with every fault that findTemplateFaults names. */
export const parseTemplate = (source: unknown): Result<FormTemplate> => {
  const { template, faults } = findTemplateFaults(source);
  return template === null ? invalid(faults, HAS_FAULTS) : ok(template);
};

/**
 * Reads a draft: words, parts and conditions may still be missing or wrong, but every thing has a name of its own, so that
 * each can be found, changed and compared.
 */
export const parseDraftTemplate = (
  source: unknown,
): { template: FormTemplate | null; faults: TemplateFault[] } => {
  const parsed = draftTemplateSchema.safeParse(source, { error: shapeWords });
  if (!parsed.success)
    return { template: null, faults: parsed.error.issues.map((issue) => shapeFault(issue, source)) };
  const faults = duplicateKeys(parsed.data);
  return { template: faults.length === 0 ? parsed.data : null, faults };
};
