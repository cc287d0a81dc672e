import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadEnvironmentFile, ROOT, readConfig, readDatabaseConfig } from "./config.ts";

const PRODUCTION = {
  NODE_ENV: "production",
  BASE_URL: "https://due-regard.example.org/",
  OIDC_ISSUER: "https://login.example.org",
  OIDC_CLIENT_ID: "due-regard",
  OIDC_CLIENT_SECRET: "s3cret",
};

describe("readConfig", () => {
  it("needs nothing on a newcomer's machine", () => {
    expect(readConfig({})).toEqual({
      dataDir: join(ROOT, ".data"),
      databaseUrl: null,
      publicDatabaseUrl: null,
      port: 4000,
      host: "127.0.0.1",
      baseUrl: "http://localhost:4000",
      production: false,
      demo: true,
      signIn: null,
      logLevel: "info",
      requestsPerMinute: 600,
      buildClient: true,
      keys: { directory: join(ROOT, ".data", "keys"), file: null, pem: null },
      runJobs: true,
      mail: null,
      clamav: null,
    });
  });

  it("follows the port, and takes an empty variable for one that is not set", () => {
    expect(readConfig({ PORT: "4100", DATA_DIR: "", DATABASE_URL: "" })).toMatchObject({
      port: 4100,
      baseUrl: "http://localhost:4100",
      dataDir: join(ROOT, ".data"),
      databaseUrl: null,
    });
  });

  it("has no demo in production", () => {
    expect(readConfig(PRODUCTION)).toMatchObject({
      production: true,
      demo: false,
      baseUrl: "https://due-regard.example.org",
      signIn: { issuer: "https://login.example.org", clientId: "due-regard", clientSecret: "s3cret" },
    });
  });

  it("sends email by the server that it is told of, in production over encrypted connections unless it is on this machine", () => {
    const mail = { SMTP_URL: "smtp://mail.example.org:587", MAIL_FROM: "Due Regard <dr@example.org>" };
    const settings = { smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM };
    expect(readConfig(mail).mail).toEqual({ ...settings, requireTls: false });
    expect(readConfig({ ...PRODUCTION, ...mail }).mail).toEqual({ ...settings, requireTls: true });
    const here = { ...PRODUCTION, ...mail, SMTP_URL: "smtp://127.0.0.1:25" };
    expect(readConfig(here).mail).toMatchObject({ requireTls: false });
  });

  it.each([
    [
      { SMTP_URL: "smtp://mail.example.org" },
      "With SMTP_URL, MAIL_FROM must say whom the messages come from.",
    ],
    [
      { SMTP_URL: "https://u:hunter2@mail.example.org", MAIL_FROM: "a@example.org" },
      "SMTP_URL must look like smtps://user:password@mail.example.org:465.",
    ],
    [
      { SMTP_URL: "smtp://mail.example.org", MAIL_FROM: "a@example.org\nBcc: b@example.org" },
      "MAIL_FROM must be an address, such as Due Regard <due-regard@example.org>.",
    ],
    [{ PORT: "80000" }, "PORT must be a whole number from 1 to 65535."],
    [{ PORT: "four" }, "PORT must be a whole number from 1 to 65535."],
    [{ BASE_URL: "due-regard" }, "BASE_URL must be a whole address, such as https://due-regard.example.org."],
    [
      { DATABASE_URL: "mysql://u:hunter2@h/d" },
      "DATABASE_URL must look like postgres://user:password@host:5432/database.",
    ],
    [
      { PUBLIC_DATABASE_URL: "postgres://public:hunter2@db.example.org/due_regard" },
      "PUBLIC_DATABASE_URL is for a database of yours: set DATABASE_URL as well, or leave both out.",
    ],
    [{ DEMO: "perhaps" }, "DEMO must be true or false."],
    [
      { BASE_URL: "https://example.org/due-regard" },
      "BASE_URL must not have a path: Due Regard serves a whole origin.",
    ],
    [{ ...PRODUCTION, DEMO: "true" }, "DEMO is refused in production: its accounts have no passwords."],
    [
      { ...PRODUCTION, OIDC_CLIENT_SECRET: "" },
      "Without demo mode, OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must all be set.",
    ],
    [
      { DEMO: "false" },
      "Without demo mode, OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must all be set.",
    ],
    [
      { ...PRODUCTION, BASE_URL: "http://due-regard.example.org" },
      "In production BASE_URL must be the https address that people use.",
    ],
  ])("refuses %j in one sentence", (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({ name: "StartFailure", message: sentence }),
    );
  });

  it("names every variable at fault, once, and no value", () => {
    expect(() => readConfig({ PORT: "-1", DEMO: "hunter2" })).toThrow(
      "PORT must be a whole number from 1 to 65535.\nDEMO must be true or false.",
    );
  });
});

describe("readDatabaseConfig", () => {
  it("asks for no sign-in settings", () => {
    const url = "postgresql://user:secret@db.example.org/due_regard";
    expect(readDatabaseConfig({ NODE_ENV: "production", DATABASE_URL: url, DATA_DIR: "/srv/data" })).toEqual({
      dataDir: "/srv/data",
      databaseUrl: url,
    });
  });
});

describe("loadEnvironmentFile", () => {
  it("adds what is not set already", async () => {
    const directory = await mkdtemp(join(tmpdir(), "due-regard-env-"));
    const path = join(directory, ".env");
    await writeFile(path, "DUE_REGARD_TEST_ONE=file\nDUE_REGARD_TEST_TWO=file\n");
    process.env.DUE_REGARD_TEST_ONE = "shell";
    loadEnvironmentFile(path);
    expect([process.env.DUE_REGARD_TEST_ONE, process.env.DUE_REGARD_TEST_TWO]).toEqual(["shell", "file"]);
    delete process.env.DUE_REGARD_TEST_ONE;
    delete process.env.DUE_REGARD_TEST_TWO;
    await rm(directory, { recursive: true });
  });
});
