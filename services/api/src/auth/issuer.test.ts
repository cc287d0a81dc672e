import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AuthorizationRequest, createIssuerClient, type IssuerSettings, isTooOld } from "./issuer.ts";

let server: Server;
let issuer: string;
let answers: number;
let isDown = false;

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
/** Seconds since the person that signs in proved who they are, by the issuer's own account. */
let authenticatedAgo = 0;

const idToken = (): string => {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { iss: issuer, aud: "due-regard", sub: "1", nonce: "nonce", email: "a@example.org" };
  const times = { iat: now, exp: now + 60, auth_time: now - authenticatedAgo };
  const text = `${part({ alg: "RS256", kid: "1" })}.${part({ ...claims, ...times })}`;
  return `${text}.${createSign("sha256").update(text).sign(privateKey, "base64url")}`;
};

/** An issuer that describes itself, and lets everybody in. */
const ANSWERS: Record<string, () => object> = {
  "/token": () => ({ access_token: "x", token_type: "Bearer", id_token: idToken() }),
  "/jwks": () => ({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] }),
};
const describeIssuer = () => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  end_session_endpoint: `${issuer}/logout`,
  jwks_uri: `${issuer}/jwks`,
});

beforeAll(async () => {
  answers = 0;
  server = createServer((request, response) => {
    answers += 1;
    const answer = (ANSWERS[request.url ?? ""] ?? describeIssuer)();
    if (isDown) response.writeHead(500).end();
    else response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const settings = (): IssuerSettings => ({
  issuer,
  clientId: "due-regard",
  clientSecret: "secret",
  redirectUri: "https://due-regard.example.org/auth/callback",
  signedOutUri: "https://due-regard.example.org/",
  allowHttp: true,
});

describe("createIssuerClient", () => {
  it("leads to the issuer's sign-out with the ID token and the way back", async () => {
    const url = await createIssuerClient(settings()).endSessionUrl("an.id.token");
    expect(`${url?.origin}${url?.pathname}`).toBe(`${issuer}/logout`);
    expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
      client_id: "due-regard",
      id_token_hint: "an.id.token",
      post_logout_redirect_uri: "https://due-regard.example.org/",
    });
  });

  it("asks the issuer for its addresses once, and again after a failure", async () => {
    const client = createIssuerClient(settings());
    isDown = true;
    await expect(client.endSessionUrl(null)).rejects.toThrow();
    isDown = false;
    answers = 0;
    await client.endSessionUrl(null);
    await client.endSessionUrl(null);
    expect(answers).toBe(1);
  });

  it("refuses a real issuer without https", async () => {
    const client = createIssuerClient({ ...settings(), allowHttp: false });
    await expect(client.endSessionUrl(null)).rejects.toThrow("only requests to HTTPS are allowed");
  });
});

describe("how long ago somebody proved who they are", () => {
  const request = (maxAge: number): AuthorizationRequest => ({
    state: "state",
    nonce: "nonce",
    codeVerifier: "v".repeat(43),
    maxAge,
  });
  const exchange = (maxAge: number) =>
    createIssuerClient(settings()).exchange(
      new URL("https://due-regard.example.org/auth/callback?code=c&state=state"),
      request(maxAge),
    );

  it.each([
    [300, "300", "login"],
    [43_200, "43200", null],
  ])("within %i seconds is asked for", async (maxAge, asked, prompt) => {
    const { searchParams } = await createIssuerClient(settings()).authorizationUrl(request(maxAge));
    expect([searchParams.get("max_age"), searchParams.get("prompt")]).toEqual([asked, prompt]);
  });

  it("is told by the issuer, and checked when they come back", async () => {
    authenticatedAgo = 200;
    const identity = await exchange(300);
    const ago = (Date.now() - identity.authenticatedAt.getTime()) / 1000;
    expect(Math.abs(ago - 200)).toBeLessThan(5);
    authenticatedAgo = 600;
    const refused = await exchange(300).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Error);
    expect(isTooOld(refused)).toBe(true);
    expect((await exchange(43_200)).email).toBe("a@example.org");
    expect([isTooOld(new Error("x")), isTooOld(null)]).toEqual([false, false]);
  });
});
