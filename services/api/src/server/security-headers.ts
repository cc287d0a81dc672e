import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

type Directives = Record<string, readonly string[]>;

/** What every page may load: our own origin, and no inline script or style at all. */
const PAGE_POLICY: Directives = {
  "default-src": ["'self'"],
  "base-uri": ["'none'"],
  "connect-src": ["'self'"],
  "font-src": ["'self'"],
  "frame-ancestors": ["'none'"],
  "frame-src": ["'none'"],
  "img-src": ["'self'", "data:"],
  "object-src": ["'none'"],
  "script-src": ["'self'"],
  "script-src-attr": ["'none'"],
  "style-src": ["'self'"],
};

/** The explorer's editor (Monaco) makes style elements as it goes and runs its checks in a worker. */
const EXPLORER_ADDITIONS: Directives = {
  "font-src": ["'self'", "data:"],
  "style-src": ["'self'", "'unsafe-inline'"],
  "worker-src": ["'self'", "blob:"],
};

const writePolicy = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");

export interface SecurityOptions {
  https: boolean;
  /** Where forms may lead: browsers also check the redirects that follow a form, such as signing out at the issuer. */
  formOrigins: readonly string[];
}

const pagePolicy = ({ formOrigins }: SecurityOptions): string =>
  writePolicy({ ...PAGE_POLICY, "form-action": ["'self'", ...formOrigins] });

export const explorerPolicy = (options: SecurityOptions): string =>
  writePolicy({ ...PAGE_POLICY, ...EXPLORER_ADDITIONS, "form-action": ["'self'", ...options.formOrigins] });

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Security headers on every answer; the explorer's page overrides the content policy alone. */
export const registerSecurityHeaders = async (
  app: FastifyInstance,
  options: SecurityOptions,
): Promise<void> => {
  const policy = pagePolicy(options);
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("content-security-policy", policy);
  });
  await app.register(helmet, {
    // Written above, so that one route can differ.
    contentSecurityPolicy: false,
    // Only a site that is reached by https may promise that it always will be.
    strictTransportSecurity: options.https ? { maxAge: ONE_YEAR_SECONDS, includeSubDomains: false } : false,
    frameguard: { action: "deny" },
    // Not no-referrer: browsers would then send `Origin: null` with our own forms.
    referrerPolicy: { policy: "same-origin" },
  });
};
