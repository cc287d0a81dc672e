import { generateKeyPairSync } from "node:crypto";
import Provider, { type Configuration, type JWK, type KoaContextWithOIDC } from "oidc-provider";
import { createDemoIssuerStore } from "./demo-issuer-store.ts";
import { newSecret } from "./secrets.ts";

/** Where the demo issuer lies on our own origin. */
export const DEMO_ISSUER_PATH = "/demo-issuer";
export const DEMO_CLIENT_ID = "due-regard";
export const DEMO_SESSION_COOKIE = "demo-issuer";

/** Somebody whom the demo issuer can vouch for. */
export interface DemoPerson {
  email: string;
  name: string;
  /** False only in tests: what an issuer says of an address that was never confirmed. */
  emailVerified?: boolean;
}

export interface DemoProviderSettings {
  /** BASE_URL without a slash at the end. */
  baseUrl: string;
  clientSecret: string;
  people: readonly DemoPerson[];
  /** Draws the page for an error that can't be sent back to the client. */
  renderError: () => string;
}

const SCOPE = "openid email profile";
const MINUTE = 60;
const TIMES = {
  AccessToken: 5 * MINUTE,
  AuthorizationCode: MINUTE,
  Grant: 15 * MINUTE,
  IdToken: 5 * MINUTE,
  Interaction: 15 * MINUTE,
  Session: 15 * MINUTE,
};

/** A real OpenID provider whose keys live as long as the process. Its own pages are in demo-issuer.ts. */
export const createDemoProvider = (settings: DemoProviderSettings): Provider => {
  const provider = new Provider(`${settings.baseUrl}${DEMO_ISSUER_PATH}`, {
    adapter: createDemoIssuerStore(),
    clients: [describeClient(settings)],
    clientBasedCORS: () => false,
    clientDefaults: { id_token_signed_response_alg: "ES256" },
    enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
    jwks: { keys: [newSigningKey()] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: {
      keys: [newSecret()],
      names: {
        session: DEMO_SESSION_COOKIE,
        interaction: "demo-issuer-choice",
        resume: "demo-issuer-resume",
      },
      long: { path: DEMO_ISSUER_PATH, httpOnly: true, sameSite: "lax" },
      short: { httpOnly: true, sameSite: "lax" },
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `${DEMO_ISSUER_PATH}/choose/${interaction.uid}` },
    loadExistingGrant: grantWithoutAsking,
    findAccount: (_ctx, email) => findPerson(settings.people, email),
    pkce: { required: () => true },
    renderError: (ctx) => {
      ctx.type = "html";
      ctx.body = settings.renderError();
    },
    ttl: TIMES,
  });
  // The address that people see comes in forwarded headers, which demo-issuer.ts sets itself.
  provider.proxy = true;
  return provider;
};

const describeClient = ({
  baseUrl,
  clientSecret,
}: DemoProviderSettings): NonNullable<Configuration["clients"]>[0] => ({
  client_id: DEMO_CLIENT_ID,
  client_secret: clientSecret,
  redirect_uris: [`${baseUrl}/auth/callback`],
  grant_types: ["authorization_code"],
  response_types: ["code"],
  scope: SCOPE,
  require_auth_time: true,
});

const newSigningKey = (): JWK => {
  const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  return { ...(key as JWK), alg: "ES256", use: "sig", kid: newSecret().slice(0, 12) };
};

/** There is one client and it is ours: no page that asks for consent. */
const grantWithoutAsking = async (ctx: KoaContextWithOIDC) => {
  const accountId = ctx.oidc.session?.accountId;
  if (accountId === undefined) return undefined;
  const grant = new ctx.oidc.provider.Grant({ accountId, clientId: DEMO_CLIENT_ID });
  grant.addOIDCScope(SCOPE);
  await grant.save();
  return grant;
};

const findPerson = (people: readonly DemoPerson[], email: string) => {
  const person = people.find((each) => each.email === email);
  if (!person) return undefined;
  const { name, emailVerified = true } = person;
  return { accountId: email, claims: () => ({ sub: email, email, email_verified: emailVerified, name }) };
};
