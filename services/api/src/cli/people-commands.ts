import type { Command } from "commander";
import { addAdministrator } from "../features/people/add-administrator.ts";
import { unwrapResult } from "./unwrap-result.ts";
import { withDatabase } from "./with-database.ts";

/** `people add-administrator`: whoever it names looks after everybody else on the pages. */
export function addPeopleCommands(program: Command): void {
  program
    .command("people")
    .description("who may sign in")
    .command("add-administrator")
    .description(
      "let somebody sign in as an administrator: the first one, or one again when nobody can get in",
    )
    .requiredOption("--email <address>", "the address that they sign in with")
    .requiredOption("--name <name>", "their name, unless they are known here already")
    .requiredOption("--job-title <title>", "their job title, unless they are known here already")
    .action(add);
}

async function add(given: { email: string; name: string; jobTitle: string }): Promise<void> {
  const result = await withDatabase((db) => addAdministrator(db, given));
  unwrapResult(result);
  console.log(`${given.email} can sign in as an administrator.`);
}
