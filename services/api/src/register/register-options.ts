import type { PublicRegister } from "@due-regard/database/public-register";
import type { Page } from "../pages/page-layout.ts";
import type { RateLimit } from "../server/rate-limits.ts";

export interface RegisterOptions {
  register: PublicRegister;
  /** The address that people open, without a slash at the end. */
  baseUrl: string;
  render: (page: Page) => string;
  /** For each address that asks. */
  rateLimit: RateLimit;
}
