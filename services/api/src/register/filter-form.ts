import { PROTECTED_CHARACTERISTICS } from "@due-regard/domain/ehria/vocabulary";
import { type Html, html } from "../pages/html.ts";
import type { Choice, RegisterChoices } from "./load-choices.ts";
import { addressOf, LONGEST_TEXT, NO_FILTER, type RegisterFilter, slugOf } from "./register-question.ts";
import { characteristicWords } from "./words.ts";

/** The form that searches and filters the register: an address with parameters, so that what is found can be linked to and kept. */
export const filterForm = (filter: RegisterFilter, choices: RegisterChoices): Html => {
  const { councils, departments, years } = choices;
  return html`<form action="/register" method="get" role="search" aria-label="The register" class="app-register__form">
<div class="govuk-form-group">
<label class="govuk-label govuk-label--s" for="q">Search</label>
<div class="govuk-hint" id="q-hint">All the words count. Use quotes for an exact phrase, “or” between words, and a minus sign before a word to leave it out. At most ${LONGEST_TEXT} characters.</div>
<input class="govuk-input" id="q" name="q" type="search" maxlength="${LONGEST_TEXT}" value="${filter.text ?? ""}" aria-describedby="q-hint" autocomplete="off">
</div>
${choice("department", "Department", withOwn(departments, filter.department), filter.department, "All departments")}
${choice("characteristic", "Affected characteristic", CHARACTERISTICS, filter.characteristic && slugOf(filter.characteristic), "Any or none")}
${choice("year", "Year published", withOwn(years, filter.year === null ? null : String(filter.year)), filter.year === null ? null : String(filter.year), "Any year")}
${councils.length > 1 || filter.organisation !== null ? choice("council", "Council", withOwn(councils, filter.organisation), filter.organisation, "All councils") : null}
${showChoice(filter, choices)}
<button type="submit" class="govuk-button govuk-!-margin-bottom-3">Search</button>
${addressOf(filter) === addressOf(NO_FILTER) ? null : html`<p class="govuk-body"><a class="govuk-link" href="/register">Clear search and filters</a></p>`}
</form>`;
};

const CHARACTERISTICS: readonly Choice[] = PROTECTED_CHARACTERISTICS.map((each) => ({
  value: slugOf(each),
  words: characteristicWords(each),
}));

/** What the address asks for is offered also where the register has none of it: so the form says what is looked for. */
const withOwn = (choices: readonly Choice[], value: string | null): readonly Choice[] =>
  value === null || choices.some((each) => each.value === value)
    ? choices
    : [...choices, { value, words: value }];

const choice = (
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen: string | null,
  all: string | null,
): Html => html`<div class="govuk-form-group">
<label class="govuk-label govuk-label--s" for="${name}">${label}</label>
<select class="govuk-select app-register__select" id="${name}" name="${name}">
${all === null ? null : html`<option value="">${all}</option>`}
${choices.map(({ value, words }) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${words}</option>`)}
</select>
</div>`;

/** What no longer stands is offered once there is any. */
const showChoice = ({ state }: RegisterFilter, { counts }: RegisterChoices): Html | null => {
  if (counts.SUPERSEDED + counts.WITHDRAWN === 0 && state === "PUBLISHED") return null;
  const offered = [
    { value: "published", words: `Those that stand (${counts.PUBLISHED})` },
    { value: "superseded", words: `Superseded (${counts.SUPERSEDED})` },
    { value: "withdrawn", words: `Withdrawn (${counts.WITHDRAWN})` },
  ];
  return choice("show", "Show", offered, state.toLowerCase(), null);
};
