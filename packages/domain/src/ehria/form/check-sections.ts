import type { FormQuestion, FormTemplate } from "./template.ts";
import { questionPath, type TemplateFault, templateFault } from "./template-fault.ts";

const unknownSection = (question: FormQuestion, template: FormTemplate): TemplateFault[] => {
  const { key, section: wanted, subsection } = question;
  const section = template.sections.find((each) => each.key === wanted);
  if (section === undefined) {
    const message = `There is no section "${wanted}"`;
    return [templateFault(questionPath(key, "section"), message, "Choose a section for it")];
  }
  if (subsection === null || section.subsections.some((each) => each.key === subsection)) return [];
  return [
    templateFault(
      questionPath(key, "subsection"),
      `Section "${section.key}" has no subsection "${subsection}"`,
      "Choose one of the section's subsections, or none",
    ),
  ];
};

/** Questions stand section by section, in the sections' order: conditions and readers both rely on it. */
const disorder = ({ questions, sections }: FormTemplate): TemplateFault[] => {
  const order = questions.map((question) => sections.findIndex((each) => each.key === question.section));
  return order.every((place, index) => index === 0 || place >= (order[index - 1] ?? 0))
    ? []
    : [
        templateFault(
          "questions",
          "Keep the questions of a section together, in the order of the sections",
          "Move the questions that stand apart from their section",
        ),
      ];
};

const positions = ({ sections }: FormTemplate): TemplateFault[] =>
  sections.flatMap(({ key, position }, index) => {
    const before = sections[index - 1]?.position ?? 0;
    if (position > before) return [];
    const message = `Position ${position} does not come after ${before}`;
    return [
      templateFault(
        `sections.${key}.position`,
        message,
        "Number the sections in the order in which they stand",
      ),
    ];
  });

/** The form is signed in the section that asks nothing: there is one, and it comes last. */
const signingSection = ({ sections, questions }: FormTemplate): TemplateFault[] => {
  const isAsking = (section: string): boolean => questions.some((each) => each.section === section);
  const isLost = questions.some((each) => !sections.some(({ key }) => key === each.section));
  // A question without its section would make that section look empty.
  if (isLost) return [];
  const last = sections.at(-1);
  const empty = sections
    .filter((section) => section !== last && !isAsking(section.key))
    .map(({ key }) =>
      templateFault(
        `sections.${key}`,
        "This section asks nothing, and only the last one may: the form is signed there",
        "Add a question to it, or remove it",
      ),
    );
  if (last === undefined || !isAsking(last.key)) return empty;
  return [
    ...empty,
    templateFault(
      `sections.${last.key}`,
      "The last section asks questions, so there is nowhere to sign",
      "Add a section without questions at the end",
    ),
  ];
};

/** Sections that hang together: each question in one, in order, and a last one to sign in. */
export const checkSections = (template: FormTemplate): TemplateFault[] => [
  ...disorder(template),
  ...positions(template),
  ...template.questions.flatMap((question) => unknownSection(question, template)),
  ...signingSection(template),
];
