import type { IForbiddenRuleType } from "dependency-cruiser";

/** One arrow of the house with an import that breaks it, which the test plants to see that the rule bites. */
export type DependencyRule = IForbiddenRuleType & {
  name: string;
  breach: { from: string; imports: string };
};

const TESTS = "(\\.test\\.tsx?$|/test-support/|/testing/)";
const npm = (names: string): string => `(^|node_modules/)(${names})(/|$)`;

/**
 * The arrows of ARCHITECTURE.md: domain ← database ← services, domain ← web, and within the client ui ← features ← app.
 * Imports of types count as well: what is known is coupled.
 */
export const DEPENDENCY_RULES: DependencyRule[] = [
  {
    name: "domain-knows-no-workspace",
    comment: "The domain package is pure: it imports nothing of the rest.",
    severity: "error",
    from: { path: "^packages/domain/" },
    to: { path: "^(packages/(?!domain/)|services/|web/|tools/)" },
    breach: { from: "packages/domain/src/a.ts", imports: "../../database/src/b.ts" },
  },
  {
    name: "domain-has-no-effects",
    comment: "No files, no clock, no network in the domain: what it needs is handed to it.",
    severity: "error",
    from: { path: "^packages/domain/src/", pathNot: TESTS },
    to: { dependencyTypes: ["core"] },
    breach: { from: "packages/domain/src/a.ts", imports: "node:fs" },
  },
  {
    name: "domain-uses-pure-libraries",
    comment:
      "Only libraries that compute: exact decimals, canonical JSON, hashing, parsing, comparing and searching texts.",
    severity: "error",
    from: { path: "^packages/domain/src/", pathNot: TESTS },
    to: {
      pathNot: `^packages/domain/|${npm("big\\.js|@types/big\\.js|canonicalize|compromise|diff|libphonenumber-js|zod|@noble/(curves|hashes)")}`,
      dependencyTypesNot: ["core", "local"],
    },
    breach: { from: "packages/domain/src/a.ts", imports: "pino" },
  },
  {
    name: "database-serves-only",
    comment: "The database package knows the domain and nobody above itself.",
    severity: "error",
    from: { path: "^packages/database/" },
    to: { path: "^(services/|web/|tools/)" },
    breach: { from: "packages/database/src/a.ts", imports: "../../../services/api/src/b.ts" },
  },
  {
    name: "pdf-knows-no-workspace",
    comment:
      "The PDF package draws documents that others describe to it: it knows nothing of what they are about.",
    severity: "error",
    from: { path: "^packages/pdf/" },
    to: { path: "^(packages/(?!pdf/|document/)|services/|web/|tools/)" },
    breach: { from: "packages/pdf/src/a.ts", imports: "../../domain/src/b.ts" },
  },
  {
    name: "docx-knows-no-workspace",
    comment: "As the PDF package: Word documents of what others describe to it.",
    severity: "error",
    from: { path: "^packages/docx/" },
    to: { path: "^(packages/(?!docx/|document/)|services/|web/|tools/)" },
    breach: { from: "packages/docx/src/a.ts", imports: "../../domain/src/b.ts" },
  },
  {
    name: "html-knows-no-workspace",
    comment: "As the PDF package: what stands within a page, of what others describe to it.",
    severity: "error",
    from: { path: "^packages/html/" },
    to: { path: "^(packages/(?!html/|document/)|services/|web/|tools/)" },
    breach: { from: "packages/html/src/a.ts", imports: "../../domain/src/b.ts" },
  },
  {
    name: "documents-are-data",
    comment: "What a document is, both writers and whoever describes one share: it knows nobody.",
    severity: "error",
    from: { path: "^packages/document/" },
    to: { pathNot: "^packages/document/" },
    breach: { from: "packages/document/src/a.ts", imports: "../../pdf/src/b.ts" },
  },
  {
    name: "pdf-has-one-drawer",
    comment: "How a page is drawn and tagged is the PDF package's: others hand it blocks.",
    severity: "error",
    from: { pathNot: "^packages/pdf/" },
    to: { path: npm("pdfkit|fontkit") },
    breach: { from: "services/api/src/a.ts", imports: "pdfkit" },
  },
  {
    name: "docx-has-one-writer",
    comment: "How a Word document is made is the DOCX package's: others hand it blocks.",
    severity: "error",
    from: { pathNot: "^packages/docx/" },
    to: { path: npm("docx"), pathNot: "^packages/docx/" },
    breach: { from: "services/api/src/a.ts", imports: "docx" },
  },
  {
    name: "services-know-no-client",
    severity: "error",
    from: { path: "^services/" },
    to: { path: "^(web/|tools/)" },
    breach: { from: "services/api/src/a.ts", imports: "../../../web/src/b.ts" },
  },
  {
    name: "client-knows-the-api-by-its-schema",
    comment: "The client shares the domain's rules for live validation; all else it asks of the API.",
    severity: "error",
    from: { path: "^web/" },
    to: { path: "^(services/|packages/database/)" },
    breach: { from: "web/src/a.ts", imports: "../../packages/database/src/b.ts" },
  },
  {
    name: "client-is-built-without-tools",
    severity: "error",
    from: { path: "^web/src/" },
    to: { path: "^tools/" },
    breach: { from: "web/src/a.ts", imports: "../../tools/b.ts" },
  },
  {
    name: "client-features-stand-apart",
    comment: "What two features share moves down to ui or data.",
    severity: "error",
    from: { path: "^web/src/features/([^/]+)/" },
    to: { path: "^web/src/features/", pathNot: "^web/src/features/$1/" },
    breach: { from: "web/src/features/one/a.ts", imports: "../other/b.ts" },
  },
  {
    name: "client-ui-knows-no-feature",
    severity: "error",
    from: { path: "^web/src/(ui|data)/" },
    to: { path: "^web/src/(features|app)/" },
    breach: { from: "web/src/ui/a.ts", imports: "../features/one/b.ts" },
  },
  {
    name: "client-features-know-no-app",
    severity: "error",
    from: { path: "^web/src/features/", pathNot: TESTS },
    to: { path: "^web/src/app/" },
    breach: { from: "web/src/features/one/a.ts", imports: "../../app/b.ts" },
  },
  {
    name: "api-features-stand-apart",
    comment:
      "A feature may name another's types of the schema (….graphql.ts, …-type.ts, …-types.ts), never its verbs.",
    severity: "error",
    from: { path: "^services/api/src/features/([^/]+)/", pathNot: TESTS },
    to: {
      path: "^services/api/src/features/",
      pathNot: "^services/api/src/features/($1/|.*(\\.graphql|-types?)\\.ts$)",
    },
    breach: { from: "services/api/src/features/one/a.ts", imports: "../other/b.ts" },
  },
  {
    name: "register-reads-what-is-published",
    comment:
      "What the public meets is read through the public's connection, from the published tables alone: it knows neither other tables nor the features that read them.",
    severity: "error",
    from: { path: "^services/api/src/register/", pathNot: TESTS },
    to: {
      path: "^(packages/database/|services/api/src/(features|auth|schema|access)/|services/api/src/context\\.ts$)",
      pathNot: "^packages/database/src/(public-register|schema/published)\\.ts$",
    },
    breach: { from: "services/api/src/register/a.ts", imports: "../../../../packages/database/src/b.ts" },
  },
  {
    name: "only-the-entry-starts-the-worker",
    comment:
      "Whoever writes enqueues jobs by name (packages/database/src/jobs): what does them is the worker's.",
    severity: "error",
    from: { path: "^services/api/", pathNot: "^services/api/src/main\\.ts$" },
    to: { path: "^services/worker/" },
    breach: { from: "services/api/src/a.ts", imports: "../../worker/src/b.ts" },
  },
  {
    name: "jobs-know-no-graphql",
    comment:
      "Jobs use the API's verbs and loaders, its settings and its log; not its types, routes or commands.",
    severity: "error",
    from: { path: "^services/worker/", pathNot: TESTS },
    to: {
      path: "^services/api/src/(main|cli|schema)\\.ts$|^services/api/src/(cli|auth|register)/|\\.graphql\\.ts$|-types?\\.ts$",
    },
    breach: { from: "services/worker/src/a.ts", imports: "../../api/src/features/one/b.graphql.ts" },
  },
  {
    name: "queue-has-one-owner",
    comment: "What pg-boss keeps in the database is the database package's to read and write.",
    severity: "error",
    from: { pathNot: "^packages/database/" },
    to: { path: npm("pg-boss") },
    breach: { from: "services/worker/src/a.ts", imports: "pg-boss" },
  },
  {
    name: "mail-has-one-sender",
    severity: "error",
    from: { pathNot: "^services/worker/src/mail/" },
    to: { path: npm("nodemailer") },
    breach: { from: "services/worker/src/a.ts", imports: "nodemailer" },
  },
  {
    name: "driver-has-one-owner",
    comment: "Connections and transactions are the database package's; others get a Database from it.",
    severity: "error",
    from: { pathNot: "^packages/database/" },
    to: { path: `${npm("postgres|pg")}|drizzle-orm/(postgres-js|node-postgres|migrator)` },
    breach: { from: "services/api/src/a.ts", imports: "postgres" },
  },
  {
    name: "queries-stay-with-the-server",
    comment: "Drizzle's query helpers are for the database package and the services.",
    severity: "error",
    from: { pathNot: "^(packages/database|services)/" },
    to: { path: npm("drizzle-orm") },
    breach: { from: "web/src/a.ts", imports: "drizzle-orm" },
  },
  {
    name: "products-import-no-tests",
    severity: "error",
    from: { path: "^(packages|services|web)/[^/]+/", pathNot: `${TESTS}|vitest\\.config\\.ts$` },
    to: { path: "^(packages|services|web)/.*(\\.test\\.tsx?$|/test-support/|/testing/)" },
    breach: { from: "services/api/src/a.ts", imports: "./testing/b.ts" },
  },
  {
    name: "no-cycles",
    severity: "error",
    from: {},
    to: { circular: true },
    breach: { from: "services/api/src/a.ts", imports: "./a.ts" },
  },
  {
    name: "everything-is-found",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
    breach: { from: "services/api/src/a.ts", imports: "nowhere-to-be-found" },
  },
];
