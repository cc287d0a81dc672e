import type { FastifyRequest } from "fastify";

/**
 * Whether a request comes from our own pages. Browsers send Origin with every POST and scripts on other sites can't
 * change it; where it is missing, Sec-Fetch-Site has to vouch. Nothing that carries a cookie is acted on otherwise.
 */
export const isSameOrigin = (request: FastifyRequest, ownOrigin: string): boolean => {
  const { origin } = request.headers;
  if (origin !== undefined) return origin === ownOrigin;
  return request.headers["sec-fetch-site"] === "same-origin";
};
