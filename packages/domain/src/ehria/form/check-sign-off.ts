import { SIGNATORY_ROLES } from "../vocabulary.ts";
import type { FormTemplate } from "./template.ts";
import { type TemplateFault, templateFault } from "./template-fault.ts";

/** What is signed stands for a section, and both people whom the workflow asks to sign have words to sign. */
export const checkSignOff = ({ signOff, sections }: FormTemplate): TemplateFault[] => {
  const roles = signOff.signatures.map(({ role }) => role);
  const stages = signOff.elements.map(({ key }) => key);
  const isInOrder = roles.join() === SIGNATORY_ROLES.join();
  return [
    ...signOff.elements
      .filter(({ section }) => !sections.some((each) => each.key === section))
      .map(({ key, section }) =>
        templateFault(
          `signOff.elements.${key}`,
          `There is no section "${section}"`,
          "Choose the section that this stands for",
        ),
      ),
    ...(new Set(stages).size === stages.length
      ? []
      : [
          templateFault(
            "signOff.elements",
            "The screening and the report are each confirmed once",
            "Leave one line for each",
          ),
        ]),
    ...(isInOrder
      ? []
      : [
          templateFault(
            "signOff.signatures",
            "The lead officer signs first and the chair second, each once",
            "Give each of the two their words, in this order",
          ),
        ]),
  ];
};
