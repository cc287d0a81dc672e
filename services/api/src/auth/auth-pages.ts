import { messageBody, type Page } from "../pages/page-layout.ts";
import type { SignInRefusal } from "./complete-sign-in.ts";

const TRY_AGAIN = { href: "/auth/sign-in", text: "Sign in again" };
const ADMINISTRATOR = "Ask the person who looks after Due Regard in your council.";

type Trouble =
  | SignInRefusal
  | "LOST_ATTEMPT"
  | "NOT_FINISHED"
  | "NOT_ASKED_AGAIN"
  | "ISSUER_DOWN"
  | "OTHER_SITE";

interface Told {
  title: string;
  sentences: readonly string[];
  link?: { href: string; text: string };
  status: number;
}

const TROUBLES: Record<Trouble, Told> = {
  UNKNOWN_PERSON: {
    title: "You do not have an account here",
    sentences: [
      "Your council knows you, but nobody has added your email address to Due Regard yet.",
      ADMINISTRATOR,
    ],
    link: { href: "/auth/sign-in", text: "Sign in as somebody else" },
    status: 403,
  },
  DISABLED_PERSON: {
    title: "Your account is closed",
    sentences: ["You used to have an account here. It has been closed.", ADMINISTRATOR],
    status: 403,
  },
  UNVERIFIED_EMAIL: {
    title: "Your email address has not been confirmed",
    sentences: [
      "The sign-in service could not confirm that the email address is yours, so we cannot tell who you are.",
      "Confirm it with the sign-in service, then try again.",
    ],
    link: TRY_AGAIN,
    status: 403,
  },
  LOST_ATTEMPT: {
    title: "We could not finish signing you in",
    sentences: [
      "This happens when signing in took longer than 15 minutes, was begun in another browser, or when the page was opened a second time.",
      "Nothing is lost.",
    ],
    link: TRY_AGAIN,
    status: 400,
  },
  NOT_FINISHED: {
    title: "You have not been signed in",
    sentences: ["The sign-in service did not let the sign-in go through, or you stopped it."],
    link: TRY_AGAIN,
    status: 400,
  },
  NOT_ASKED_AGAIN: {
    title: "You were not asked to sign in again",
    sentences: [
      "To sign an assessment you must prove who you are once more. The sign-in service let you through on an earlier sign-in.",
      "Sign out there, then try again. If it happens again, tell the person who looks after Due Regard in your council.",
    ],
    link: { href: "/", text: "Go to Due Regard" },
    status: 403,
  },
  ISSUER_DOWN: {
    title: "Signing in does not work at the moment",
    sentences: ["We could not reach the sign-in service. Try again in a few minutes."],
    link: TRY_AGAIN,
    status: 503,
  },
  OTHER_SITE: {
    title: "That came from another site",
    sentences: ["To protect you, signing out works only from our own pages."],
    link: { href: "/", text: "Go to Due Regard" },
    status: 403,
  },
};

/** The page that tells somebody why they are not signed in (or out), and what to do. */
export const troublePage = (trouble: Trouble): Page & { status: number } => {
  const { title, sentences, link, status } = TROUBLES[trouble];
  return { title, body: messageBody(title, sentences, link), status };
};

/** Shown when the issuer's page for signing out lies where our security policy lets no form lead. */
export const signedOutHerePage = (issuerUrl: string): Page => ({
  title: "You are signed out of Due Regard",
  body: messageBody(
    "You are signed out of Due Regard",
    ["You may still be signed in at your council’s sign-in service."],
    { href: issuerUrl, text: "Sign out there too" },
  ),
});
