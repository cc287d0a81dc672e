import { fillTemplate } from "@due-regard/domain/ehria/form/fill-wording";
import type { FormTemplate } from "@due-regard/domain/ehria/form/template";

/** A form out of the document that the server wrote: it has every attribute, and is never anything else. */
export const readDocument = (document: string): FormTemplate => JSON.parse(document) as FormTemplate;

/** The same with the council's own words in every text, as people read it. */
export const readFilled = (document: string): FormTemplate => fillTemplate(readDocument(document));
