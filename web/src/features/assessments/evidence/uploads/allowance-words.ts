import { FILE_TYPE_FACTS } from "@due-regard/domain/ehria/evidence/file-types";
import type { ResultOf } from "gql.tada";
import { fileSize } from "../../../../ui/format/file-size.ts";
import type { FileAllowanceQuery } from "./queries.ts";

export type Allowance = NonNullable<
  NonNullable<ResultOf<typeof FileAllowanceQuery>["assessment"]>["fileAllowance"]
>;

const MEGABYTE = 1024 * 1024;
const megabytes = (bytes: number): string => `${Math.floor(bytes / MEGABYTE)} MB`;

const listed = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** “PDF, Word document (.docx), … or PNG picture (.png)” */
const typeWords = ({ types }: Allowance): string =>
  listed.format(types.map((type) => `${FILE_TYPE_FACTS[type].label} (.${FILE_TYPE_FACTS[type].endings[0]})`));

const used = ({ uploaded, mostFiles, mostBytes }: Allowance): string => {
  const bytes = uploaded.reduce((sum, each) => sum + each.bytes, 0);
  return `An assessment may have ${mostFiles} files and ${megabytes(mostBytes)} in all: this one has ${uploaded.length} (${fileSize(bytes)}).`;
};

/** What is taken and what becomes of it, before anybody chooses a file. */
export const allowanceWords = (allowance: Allowance): string[] => [
  `${typeWords(allowance)}, up to ${megabytes(allowance.mostBytesOfOne)} each. ${used(allowance)}`,
  allowance.scans
    ? "Each file is scanned for viruses. Until it has been, nobody can download it and the assessment can’t be signed."
    : "Files are not scanned for viruses here: upload only what you trust.",
];

/** What the dialogue for choosing files offers first. */
export const acceptOf = ({ types }: Allowance): string =>
  types
    .flatMap((type) => [
      ...FILE_TYPE_FACTS[type].endings.map((ending) => `.${ending}`),
      FILE_TYPE_FACTS[type].mediaType,
    ])
    .join(",");

/** What stands against files before they are sent for minutes. The server has the last word. */
export const checkFiles = (files: readonly File[], allowance: Allowance): string | null => {
  if (files.length === 0) return "Choose at least one file";
  const left = allowance.mostFiles - allowance.uploaded.length;
  if (files.length > left)
    return `You chose ${files.length} files, and this assessment can have ${Math.max(0, left)} more. Choose fewer, or remove one that is no longer needed`;
  const empty = files.find(({ size }) => size === 0);
  if (empty) return `“${empty.name}” is empty. Choose another file`;
  const large = files.find(({ size }) => size > allowance.mostBytesOfOne);
  return large
    ? `“${large.name}” is ${fileSize(large.size)}, and at most ${megabytes(allowance.mostBytesOfOne)} are taken. Make it smaller, or cite it as a web page`
    : null;
};
