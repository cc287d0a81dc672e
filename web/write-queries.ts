import { writeFileSync } from "node:fs";
import { print } from "graphql";
import { DraftQuery } from "./src/features/assessments/queries.ts";

// Part of `pnpm schema:write`: what a page asks, as a worked query among the documents, where tests of the API find it.

const DRAFT = `# The whole of a draft, as its section pages ask for it: the form with what is asked as things stand, every answer with the
# version to send back, rows, actions and evidence. Four prepared statements, and three more where figures are cited.
# Written by \`pnpm schema:write\`.
`;

writeFileSync(
  new URL("../docs/queries/draft.graphql", import.meta.url),
  `${DRAFT}${print(DraftQuery as Parameters<typeof print>[0])}\n`,
);
