import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIssuerClient, type IssuerSettings } from "./issuer.ts";

let server: Server;
let issuer: string;
let answers: number;
let isDown = false;

/** An issuer's description of itself, which is all that these tests ask for. */
beforeAll(async () => {
  answers = 0;
  server = createServer((_request, response) => {
    answers += 1;
    if (isDown) response.writeHead(500).end();
    else
      response.setHeader("content-type", "application/json").end(
        JSON.stringify({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          end_session_endpoint: `${issuer}/logout`,
        }),
      );
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
