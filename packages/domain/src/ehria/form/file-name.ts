/** What a form's file is called. */
export const templateFileName = ({ key, version }: { key: string; version: number }): string =>
  `${key}-v${version}.json`;
