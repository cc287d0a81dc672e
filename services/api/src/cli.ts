import { StartFailure } from "@due-regard/database/start-failure";
import { Command } from "commander";
import { addAuditCommands } from "./cli/audit-commands.ts";
import { addExportCommands } from "./cli/export-commands.ts";
import { addImportCommands } from "./cli/import-commands.ts";
import { addJobCommands } from "./cli/job-commands.ts";
import { addPeopleCommands } from "./cli/people-commands.ts";
import { addSealCommands } from "./cli/seal-commands.ts";
import { addTokenCommands } from "./cli/token-commands.ts";
import { loadEnvironmentFile } from "./config.ts";

/** The operator's commands: `npm run -s cli -- <command>`. Each group adds itself, from a file of its own in cli/. */
const program = new Command("due-regard").description("The operator's commands of Due Regard.");
addTokenCommands(program);
addExportCommands(program);
addImportCommands(program);
addSealCommands(program);
addAuditCommands(program);
addJobCommands(program);
addPeopleCommands(program);

try {
  loadEnvironmentFile();
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error);
  process.exitCode = 1;
}
