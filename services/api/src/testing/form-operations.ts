import { expect } from "vitest";
import { FAILURE } from "./home-care.ts";
import type { Ask } from "./test-api.ts";

/** The operations about forms, as tests send them. */

export const COUNTY_FORM = "leicestershire-ehria";
export const SHORT_FORM = "short-equality-assessment";
export const ADMIN = "admin@example.org";

const DRAFT = `
  key title version nextVersion document hash savedAt savedBy { name } startedBy { name }
  basedOn { version } sameAs { version }
  faults { path section question message remedy }
  changes { kind section question name details { what before after } }
`;

const saved = (mutation: string, input: string) => `
  mutation ($input: ${input}!) {
    ${mutation}(input: $input) { __typename ... on FormDraftSaved { draft { ${DRAFT} } } ${FAILURE} }
  }
`;

export const START_DRAFT = saved("startFormDraft", "StartFormDraftInput");
export const IMPORT_DRAFT = saved("importFormDraft", "ImportFormDraftInput");
export const SAVE_DRAFT = saved("saveFormDraft", "SaveFormDraftInput");

export const DISCARD_DRAFT = `
  mutation ($input: DiscardFormDraftInput!) {
    discardFormDraft(input: $input) {
      __typename ... on FormDraftDiscarded { form { key draft { version } } } ${FAILURE}
    }
  }
`;

export const PUBLISH_DRAFT = `
  mutation ($input: PublishFormDraftInput!) {
    publishFormDraft(input: $input) {
      __typename
      ... on FormPublished { template { id key version title hash publishedAt publishedBy { name } } }
      ${FAILURE}
    }
  }
`;

export const FORM = `
  query ($key: String!) {
    form(key: $key) {
      key title newest { version }
      versions { version title hash document publishedAt publishedBy { name } assessmentCount intro }
      draft { ${DRAFT} }
    }
  }
`;

// biome-ignore lint/suspicious/noExplicitAny: the form as asked for above
export const readFormOf = async (ask: Ask, key = COUNTY_FORM): Promise<any> => {
  const { data, errors } = await ask(FORM, { key });
  expect(errors).toEqual([]);
  return data.form;
};

/** A form's document as an object that a test may change. */
// biome-ignore lint/suspicious/noExplicitAny: a document of JSON
export const documentOf = (text: string): any => JSON.parse(text);

// biome-ignore lint/suspicious/noExplicitAny: a question of a document of JSON
export const questionIn = (document: any, key: string): any =>
  document.questions.find((each: { key: string }) => each.key === key);

/** Publishes the next version of a form with a change to its document, as the administrator. */
export const publishChanged = async (
  ask: Ask,
  key: string,
  // biome-ignore lint/suspicious/noExplicitAny: a document of JSON
  change: (document: any) => void,
): Promise<number> => {
  const { draft } = (await ask(START_DRAFT, { input: { key } })).data.startFormDraft;
  const document = documentOf(draft.document);
  change(document);
  const input = { key, document: JSON.stringify(document), basedOnVersion: draft.version };
  const { draft: written } = (await ask(SAVE_DRAFT, { input })).data.saveFormDraft;
  expect(written.faults).toEqual([]);
  const publish = { key, basedOnVersion: written.version };
  const published = (await ask(PUBLISH_DRAFT, { input: publish })).data.publishFormDraft;
  expect(published.__typename).toBe("FormPublished");
  return published.template.version;
};
