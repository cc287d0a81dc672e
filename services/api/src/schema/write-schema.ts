import { writeFile } from "node:fs/promises";
import { printApiSchema } from "./print-schema.ts";

/** `pnpm schema:write`: brings the checked-in SDL up to the code. A test fails while the two differ. */
await writeFile(new URL("../../../../schema.graphql", import.meta.url), printApiSchema());
