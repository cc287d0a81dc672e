/** Addresses of the pages about forms. */

export const FORMS = "/forms";
export const formAddress = (key: string): string => `${FORMS}/${key}`;
export const versionAddress = (key: string, version: number): string =>
  `${formAddress(key)}/versions/${version}`;
export const draftAddress = (key: string): string => `${formAddress(key)}/draft`;
export const sectionAddress = (key: string, section: string): string =>
  `${draftAddress(key)}/sections/${section}`;
export const questionAddress = (key: string, question: string): string =>
  `${draftAddress(key)}/questions/${question}`;

export const FORMS_CRUMB = { to: FORMS, words: "Forms" };

interface Named {
  key: string;
  title: string;
}

export const formCrumbs = ({ key, title }: Named) => [
  FORMS_CRUMB,
  { to: formAddress(key), words: title || key },
];

export const draftCrumbs = (form: Named) => [
  ...formCrumbs(form),
  { to: draftAddress(form.key), words: "Draft" },
];
