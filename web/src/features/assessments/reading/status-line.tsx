import { formatDay } from "../../../ui/format/dates.ts";
import { ASSESSMENT_STATUS } from "../../../ui/status-words.ts";
import { Tag } from "../../../ui/tag.tsx";
import type { Signing } from "../types.ts";
import { SIGNATORY } from "../words.ts";

type Stands = Pick<Signing, "reference" | "status" | "revision"> & {
  signatures: readonly Pick<Signing["signatures"][number], "role" | "signedAt">[];
};

const lowerFirst = (words: string): string => words.replace(/^\w/, (letter) => letter.toLowerCase());

const signedBy = ({ signatures }: Stands): string =>
  signatures.length === 0
    ? "not signed"
    : `signed by ${signatures
        .map(({ role, signedAt }) => `the ${lowerFirst(SIGNATORY[role])} on ${formatDay(signedAt)}`)
        .join(" and by ")}`;

/** Where it stands, in words that print: a sheet that lies about on a table says what it is. */
export const StatusLine = ({ assessment }: { assessment: Stands }) => {
  const { words, colour } = ASSESSMENT_STATUS[assessment.status];
  return (
    <p className="govuk-body">
      <Tag colour={colour}>{words}</Tag> {assessment.reference}, revision {assessment.revision},{" "}
      {signedBy(assessment)}
    </p>
  );
};
