import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { StartFailure } from "@due-regard/database/start-failure";
import { z } from "zod";
import { type ClamavAddress, readClamavAddress } from "./receiving/clamav.ts";
import type { KeyPlaces } from "./seal/key-files.ts";

/** Top of the checkout: relative paths in the environment start here, wherever the command was given. */
export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Where the records are kept. DATABASE_URL holds a password: never log it. */
export interface DatabaseConfig {
  /** Absolute path of the embedded database's directory. */
  dataDir: string;
  /** Any Postgres ≥ 15 instead of the embedded one; null: the embedded one. */
  databaseUrl: string | null;
}

/** Everything that the environment decides. Holds secrets: never log it. */
export interface Config extends DatabaseConfig {
  /** A login of its own for what the public reads, with a password; null: the application's, in the role of the public. */
  publicDatabaseUrl: string | null;
  port: number;
  host: string;
  /** The address that people see, without a slash at the end. */
  baseUrl: string;
  production: boolean;
  /** Sample data, and a local issuer that offers the demo accounts. Never in production. */
  demo: boolean;
  /** The council's OpenID Connect issuer; null in demo mode. */
  signIn: { issuer: string; clientId: string; clientSecret: string } | null;
  logLevel: (typeof LOG_LEVELS)[number];
  /** GraphQL requests that one account (or one address that is not signed in) may send in a minute. */
  requestsPerMinute: number;
  /** Whether to build the web client when its sources have changed; off where Vite serves it. */
  buildClient: boolean;
  /** Where the key for seals is, and the public halves of all that ever were. */
  keys: KeyPlaces;
  /** Whether this process also does the jobs that wait in the queue; off where others do (npm run worker). */
  runJobs: boolean;
  /** The server that email leaves by; null: nothing is sent. */
  mail: MailSettings | null;
  /** Where clamd looks into uploaded files; null: files are not scanned, and the pages say so. */
  clamav: ClamavAddress | null;
}

/** How email is sent. The address holds a password: never log it. */
export interface MailSettings {
  smtpUrl: string;
  /** Whom messages come from: "Due Regard <due-regard@example.org>". */
  from: string;
  /** Refuses to send over a connection that isn't encrypted. */
  requireTls: boolean;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Each variable with the one sentence that is shown when it can't be used. */
const ENVIRONMENT = {
  PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
  HOST: z.string().default("127.0.0.1"),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DEMO: z.stringbool().optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  BUILD_CLIENT: z.stringbool().default(true),
  JOBS: z.stringbool().default(true),
  SEAL_KEY_FILE: z.string().optional(),
  SEAL_KEY: z.string().optional(),
  CLAMAV_SOCKET: z
    .string()
    .transform((text, context) => {
      const address = readClamavAddress(text);
      if (address === null) context.addIssue("not an address");
      return address ?? z.NEVER;
    })
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@\r\n]*<[^<>\s@]+@[^<>\s@]+>$|^[^<>\s@]+@[^<>\s@]+$/)
    .optional(),
};

const PROBLEMS: Record<keyof typeof ENVIRONMENT, string> = {
  PORT: "PORT must be a whole number from 1 to 65535.",
  HOST: "HOST must be an address of this machine, such as 127.0.0.1.",
  BASE_URL: "BASE_URL must be a whole address, such as https://due-regard.example.org.",
  DATA_DIR: "DATA_DIR must be the path of a directory.",
  DATABASE_URL: "DATABASE_URL must look like postgres://user:password@host:5432/database.",
  PUBLIC_DATABASE_URL:
    "PUBLIC_DATABASE_URL must look like postgres://user:password@host:5432/database, as DATABASE_URL does.",
  NODE_ENV: "NODE_ENV must be development, production or test.",
  DEMO: "DEMO must be true or false.",
  OIDC_ISSUER: "OIDC_ISSUER must be a whole address, such as https://login.example.org.",
  OIDC_CLIENT_ID: "OIDC_CLIENT_ID must be the name under which Due Regard is known to the issuer.",
  OIDC_CLIENT_SECRET: "OIDC_CLIENT_SECRET must be the secret that the issuer gave to Due Regard.",
  LOG_LEVEL: `LOG_LEVEL must be one of ${LOG_LEVELS.join(", ")}.`,
  REQUESTS_PER_MINUTE: "REQUESTS_PER_MINUTE must be a whole number from 1.",
  BUILD_CLIENT: "BUILD_CLIENT must be true or false.",
  JOBS: "JOBS must be true or false.",
  SEAL_KEY_FILE: "SEAL_KEY_FILE must be the path of a file.",
  SEAL_KEY: "SEAL_KEY must be an Ed25519 private key in PEM.",
  CLAMAV_SOCKET:
    "CLAMAV_SOCKET must be the path of clamd's socket, such as /run/clamav/clamd.ctl, or a host and port, such as 127.0.0.1:3310.",
  SMTP_URL: "SMTP_URL must look like smtps://user:password@mail.example.org:465.",
  MAIL_FROM: "MAIL_FROM must be an address, such as Due Regard <due-regard@example.org>.",
};

const schema = z.object(ENVIRONMENT);
type Environment = z.infer<typeof schema>;

/** Adds what .env at the top of the checkout says; variables that are set already win. */
export function loadEnvironmentFile(path = resolve(ROOT, ".env")): void {
  if (existsSync(path)) process.loadEnvFile(path);
}

/**
 * Reads the whole environment.
 *
 * @throws StartFailure with one sentence for each variable that can't be used; values are never repeated
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const values = parse(environment);
  const production = values.NODE_ENV === "production";
  const demo = values.DEMO ?? !production;
  refuse(checkTogether(values, production, demo));
  return {
    ...databaseConfig(values),
    publicDatabaseUrl: values.PUBLIC_DATABASE_URL ?? null,
    port: values.PORT,
    host: values.HOST,
    baseUrl: (values.BASE_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ""),
    production,
    demo,
    signIn: demo ? null : readSignIn(values),
    logLevel: values.LOG_LEVEL,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    buildClient: values.BUILD_CLIENT,
    keys: keyPlaces(values),
    runJobs: values.JOBS,
    mail: readMail(values, production),
    clamav: values.CLAMAV_SOCKET ?? null,
  };
}

/** Reads what the operator's commands need: they run without a sign-in. Throws StartFailure like readConfig. */
export const readDatabaseConfig = (environment: NodeJS.ProcessEnv): DatabaseConfig =>
  databaseConfig(parse(environment));

/** Reads where the keys for seals are. Throws StartFailure like readConfig. */
export const readKeyPlaces = (environment: NodeJS.ProcessEnv): KeyPlaces => keyPlaces(parse(environment));

const keyPlaces = (values: Environment): KeyPlaces => ({
  directory: resolve(ROOT, values.DATA_DIR, "keys"),
  file: values.SEAL_KEY_FILE === undefined ? null : resolve(ROOT, values.SEAL_KEY_FILE),
  pem: values.SEAL_KEY ?? null,
});

/** A variable that is set to nothing counts as not set, as in `PORT= npm start`. */
function parse(environment: NodeJS.ProcessEnv): Environment {
  const given = Object.keys(ENVIRONMENT).map((name) => [name, environment[name]?.trim() || undefined]);
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  throw new StartFailure([...names].map((name) => PROBLEMS[name as keyof typeof PROBLEMS]).join("\n"));
}

const databaseConfig = (values: Environment): DatabaseConfig => ({
  dataDir: resolve(ROOT, values.DATA_DIR),
  databaseUrl: values.DATABASE_URL ?? null,
});

function checkTogether(values: Environment, production: boolean, demo: boolean): string[] {
  const rules: [broken: boolean, sentence: string][] = [
    [production && demo, "DEMO is refused in production: its accounts have no passwords."],
    [
      !demo && !(values.OIDC_ISSUER && values.OIDC_CLIENT_ID && values.OIDC_CLIENT_SECRET),
      "Without demo mode, OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must all be set.",
    ],
    [
      production && !values.BASE_URL?.startsWith("https://"),
      "In production BASE_URL must be the https address that people use.",
    ],
    [
      values.BASE_URL !== undefined && new URL(values.BASE_URL).pathname !== "/",
      "BASE_URL must not have a path: Due Regard serves a whole origin.",
    ],
    [
      values.PUBLIC_DATABASE_URL !== undefined && values.DATABASE_URL === undefined,
      "PUBLIC_DATABASE_URL is for a database of yours: set DATABASE_URL as well, or leave both out.",
    ],
    [
      values.SMTP_URL !== undefined && values.MAIL_FROM === undefined,
      "With SMTP_URL, MAIL_FROM must say whom the messages come from.",
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, sentence]) => sentence);
}

function refuse(sentences: string[]): void {
  if (sentences.length > 0) throw new StartFailure(sentences.join("\n"));
}

const readSignIn = (values: Environment): Config["signIn"] => ({
  issuer: values.OIDC_ISSUER ?? "",
  clientId: values.OIDC_CLIENT_ID ?? "",
  clientSecret: values.OIDC_CLIENT_SECRET ?? "",
});

/** A server on this machine may do without encryption: what is sent to it leaves the machine by its rules. */
const ON_THIS_MACHINE = new Set(["localhost", "127.0.0.1", "[::1]"]);

const readMail = ({ SMTP_URL, MAIL_FROM }: Environment, production: boolean): MailSettings | null =>
  SMTP_URL === undefined || MAIL_FROM === undefined
    ? null
    : {
        smtpUrl: SMTP_URL,
        from: MAIL_FROM,
        requireTls: production && !ON_THIS_MACHINE.has(new URL(SMTP_URL).hostname),
      };
