import { formPlace } from "../../form/completeness.ts";
import type { CheckRule } from "../finding.ts";
import { finding } from "../places.ts";

const SAYS = {
  QUARANTINED: {
    message: "has not been scanned for viruses yet, so nobody can read it",
    remedy: "Wait until it has been scanned, or take the citation out.",
  },
  REFUSED: {
    message: "was refused by the virus scanner, so nobody can read it",
    remedy: "Take the citation out, or cite a clean copy in its place.",
  },
} as const;

/** A file that nobody can read is no evidence: whoever signs must be able to look at it. */
export const unscannedFiles: CheckRule = ({ counting, reading }) =>
  counting.evidence.flatMap(({ question, part, title, fileState }) => {
    if (fileState === null || fileState === "AVAILABLE") return [];
    const section = reading.template.questions.find((each) => each.key === question)?.section ?? null;
    const { message, remedy } = SAYS[fileState];
    return [
      finding({
        rule: "unscanned-file",
        weight: "BLOCKS",
        place: formPlace({ section, question, part, field: "evidence" }),
        message: `The file "${title}" ${message}.`,
        remedy,
      }),
    ];
  });
