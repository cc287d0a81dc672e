import { z } from "zod";
import { invalid, ok, type Problem, type Result } from "../../result.ts";
import { LONGEST_EMAIL, LONGEST_JOB_TITLE, LONGEST_NAME } from "./limits.ts";

/** What is known of a person, as it is kept: one line each, the address in lower case. */
export interface PersonDetails {
  name: string;
  jobTitle: string;
}

export interface NewPersonDetails extends PersonDetails {
  email: string;
}

/** One line: spaces and breaks within it are single spaces, and none stand at its ends. */
const inOneLine = (text: string): string => text.trim().replace(/\s+/g, " ");

const checkLine = (path: string, text: string, words: { missing: string; most: number }): Problem[] => {
  if (text === "") return [{ path, message: words.missing }];
  return text.length > words.most ? [{ path, message: `Use ${words.most} characters or fewer` }] : [];
};

const checkName = (name: string): Problem[] =>
  checkLine("name", name, { missing: "Enter a name", most: LONGEST_NAME });

const checkJobTitle = (jobTitle: string): Problem[] =>
  checkLine("jobTitle", jobTitle, { missing: "Enter a job title", most: LONGEST_JOB_TITLE });

const isAddress = (email: string): boolean => z.email().safeParse(email).success;

const checkEmail = (email: string): Problem[] => {
  const problems = checkLine("email", email, { missing: "Enter an email address", most: LONGEST_EMAIL });
  if (problems.length > 0 || isAddress(email)) return problems;
  const message = "Enter an email address in the right form, such as name@council.gov.uk";
  return [{ path: "email", message }];
};

/** Name and job title as they are kept. VALIDATION with every problem, at `name` and `jobTitle`. */
export const readDetails = (given: PersonDetails): Result<PersonDetails> => {
  const details = { name: inOneLine(given.name), jobTitle: inOneLine(given.jobTitle) };
  const problems = [...checkName(details.name), ...checkJobTitle(details.jobTitle)];
  return problems.length > 0 ? invalid(problems) : ok(details);
};

/**
 * As {@link readDetails}, for somebody new. Their address is what the issuer vouches for at sign-in, in lower case
 * (design/security.md). VALIDATION at `email` too, in the order of the form.
 */
export const readNewPerson = (given: NewPersonDetails): Result<NewPersonDetails> => {
  const details = {
    name: inOneLine(given.name),
    jobTitle: inOneLine(given.jobTitle),
    email: given.email.trim().toLowerCase(),
  };
  const problems = [
    ...checkName(details.name),
    ...checkEmail(details.email),
    ...checkJobTitle(details.jobTitle),
  ];
  return problems.length > 0 ? invalid(problems) : ok(details);
};
