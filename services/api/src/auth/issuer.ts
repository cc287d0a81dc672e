import { FRESH_SIGN_IN_SECONDS } from "@due-regard/domain/access/fresh-sign-in";
import * as oidc from "openid-client";

export interface IssuerSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the issuer sends people back to: BASE_URL/auth/callback. */
  redirectUri: string;
  /** Where the issuer sends people after signing out: BASE_URL/. */
  signedOutUri: string;
  /** True only for the demo issuer on our own machine: a real issuer without https is refused. */
  allowHttp: boolean;
  /** How to reach the issuer, where that isn't its public address (demo-fetch.ts). */
  fetch?: oidc.CustomFetch;
}

/** Who the issuer says has signed in. */
export interface Identity {
  /** Lower case; null when the issuer sent none. */
  email: string | null;
  emailVerified: boolean;
  /** When they last proved it. */
  authenticatedAt: Date;
  idToken: string;
}

export interface AuthorizationRequest {
  state: string;
  nonce: string;
  codeVerifier: string;
  /** The longest time, in seconds, since they last proved who they are; the issuer asks again when it is longer. */
  maxAge: number;
}

/** Our side of OpenID Connect: the authorization code flow with PKCE, state and nonce. */
export interface IssuerClient {
  /** Where to send the browser to sign in. */
  authorizationUrl: (request: AuthorizationRequest) => Promise<URL>;
  /** Turns what came back into an identity; throws when any check fails (signature, nonce, PKCE, age). */
  exchange: (callbackUrl: URL, request: AuthorizationRequest) => Promise<Identity>;
  /** Where to send the browser to sign out at the issuer too; null when it has no such place. */
  endSessionUrl: (idToken: string | null) => Promise<URL | null>;
}

const TIMEOUT_SECONDS = 10;

export const createIssuerClient = (settings: IssuerSettings): IssuerClient => {
  const configuration = discoverOnce(settings);
  return {
    authorizationUrl: async (request) =>
      oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.redirectUri,
        scope: "openid email profile",
        state: request.state,
        nonce: request.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(request.codeVerifier),
        code_challenge_method: "S256",
        max_age: String(request.maxAge),
        // Some issuers count a sign-in as new when they renew their own session: asking for a prompt leaves no doubt.
        ...(request.maxAge <= FRESH_SIGN_IN_SECONDS ? { prompt: "login" } : {}),
      }),
    exchange: async (callbackUrl, request) => exchangeCode(await configuration(), callbackUrl, request),
    endSessionUrl: async (idToken) => {
      const found = await configuration();
      if (found.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(found, {
        post_logout_redirect_uri: settings.signedOutUri,
        ...(idToken ? { id_token_hint: idToken } : {}),
      });
    },
  };
};

/** Asks the issuer for its addresses at the first sign-in, not at start: we come up even while it is down. */
const discoverOnce = (settings: IssuerSettings): (() => Promise<oidc.Configuration>) => {
  let known: Promise<oidc.Configuration> | null = null;
  return () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
};

const discover = (settings: IssuerSettings): Promise<oidc.Configuration> =>
  oidc.discovery(
    new URL(settings.issuer),
    settings.clientId,
    { client_secret: settings.clientSecret },
    oidc.ClientSecretBasic(settings.clientSecret),
    {
      timeout: TIMEOUT_SECONDS,
      execute: [oidc.enableNonRepudiationChecks, ...(settings.allowHttp ? [oidc.allowInsecureRequests] : [])],
      ...(settings.fetch ? { [oidc.customFetch]: settings.fetch } : {}),
    },
  );

/** True for what `exchange` throws when somebody proved who they are longer ago than was asked for. */
export const isTooOld = (error: unknown): boolean => {
  if (typeof error !== "object" || error === null) return false;
  const { claim, cause } = error as { claim?: unknown; cause?: unknown };
  // The library wraps its errors in one another.
  return claim === "auth_time" || isTooOld(cause);
};

const exchangeCode = async (
  configuration: oidc.Configuration,
  callbackUrl: URL,
  request: AuthorizationRequest,
): Promise<Identity> => {
  const tokens = await oidc.authorizationCodeGrant(configuration, callbackUrl, {
    expectedState: request.state,
    expectedNonce: request.nonce,
    pkceCodeVerifier: request.codeVerifier,
    maxAge: request.maxAge,
  });
  const claims = tokens.claims();
  if (!claims || !tokens.id_token || claims.auth_time === undefined)
    throw new Error("The issuer sent no ID token");
  // Some issuers put the address into the ID token, others only into userinfo.
  const person =
    claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
      ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : claims;
  return {
    email: typeof person.email === "string" ? person.email.trim().toLowerCase() : null,
    emailVerified: person.email_verified === true,
    authenticatedAt: new Date(claims.auth_time * 1000),
    idToken: tokens.id_token,
  };
};
