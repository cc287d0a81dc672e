import { type Html, html } from "../pages/html.ts";
import type { Page } from "../pages/page-layout.ts";
import { filterForm } from "./filter-form.ts";
import { type ListedEntry, MARK_END, MARK_START } from "./find-entries.ts";
import type { RegisterChoices } from "./load-choices.ts";
import { addressOf, NO_FILTER, type RegisterFilter, type RegisterQuestion } from "./register-question.ts";
import { characteristicWords, counted, FEED_LINK, inOrder, REGISTER_TITLE, timeOf } from "./words.ts";

export const PAGE_SIZE = 20;

/** What the register found. */
export interface FoundEntries {
  question: RegisterQuestion;
  entries: readonly ListedEntry[];
  total: number;
  choices: RegisterChoices;
  /** False: the search holds no word that can be looked for. */
  searchable: boolean;
}

/** The register: what is looked for, and what was found. Without sign-in and without JavaScript. */
export const listPage = (found: FoundEntries): Page => {
  const { question, total } = found;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const said = whatIsShown(found);
  const place = pages > 1 && question.page <= pages ? ` (page ${question.page} of ${pages})` : "";
  return {
    title: isFiltered(question.filter) || pages > 1 ? `${said}${place} – ${REGISTER_TITLE}` : REGISTER_TITLE,
    head: html`${FEED_LINK}
<meta name="description" content="Assessments of how the council’s decisions affect people with protected characteristics, and people’s human rights.">`,
    body: html`<h1 class="govuk-heading-xl">${REGISTER_TITLE}</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body">Before it changes a service or a policy, the council asks how the change would affect people with protected characteristics and people’s human rights. Assessments that were signed off are published here, without anybody’s personal details.</p>
</div></div>
<div class="govuk-grid-row">
<div class="govuk-grid-column-one-third">${filterForm(question.filter, found.choices)}</div>
<div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m" id="results">${said}${place}</h2>
${remarks(found)}
${found.entries.length === 0 ? nothing(found, pages) : listOf(found.entries)}
${pages > 1 ? pagination(question, pages) : null}
<p class="govuk-body"><a class="govuk-link" href="/register/feed.atom">Follow what is published (Atom feed)</a></p>
</div>
</div>`,
  };
};

export const isFiltered = (filter: RegisterFilter): boolean => addressOf(filter) !== addressOf(NO_FILTER);

const NOUNS: Record<RegisterFilter["state"], readonly [one: string, many: string]> = {
  PUBLISHED: ["published assessment", "published assessments"],
  SUPERSEDED: ["superseded assessment", "superseded assessments"],
  WITHDRAWN: ["withdrawn assessment", "withdrawn assessments"],
};

/** "2 published assessments for “home care”, Adults and Communities, age, 2026" */
const whatIsShown = ({ question: { filter }, total, choices, searchable }: FoundEntries): string => {
  const named = (list: readonly { value: string; words: string }[], value: string | null): string[] =>
    value === null ? [] : [list.find((each) => each.value === value)?.words ?? value];
  const narrowed = [
    ...(filter.text === null || !searchable ? [] : [`for “${filter.text}”`]),
    ...named(choices.departments, filter.department),
    ...(filter.characteristic === null ? [] : [characteristicWords(filter.characteristic)]),
    ...(filter.year === null ? [] : [String(filter.year)]),
    ...named(choices.councils, filter.organisation),
  ];
  const [one, many] = NOUNS[filter.state];
  const count = counted(total, one, many);
  const [first = "", ...rest] = narrowed;
  if (narrowed.length === 0) return count;
  return first.startsWith("for ")
    ? `${count} ${[first, ...rest].join(", ")}`
    : `${count}: ${narrowed.join(", ")}`;
};

/** What of the question was not answered, and why. */
const remarks = ({ question, searchable }: FoundEntries): Html | null => {
  const { text } = question.filter;
  const all = [
    ...question.unread,
    ...(searchable || text === null
      ? []
      : [
          `“${text}” has no word in it that can be searched for: words such as “the” or “of” are left out, and so are signs. Your search was left out as a whole.`,
        ]),
  ];
  if (all.length === 0) return null;
  return html`<div class="govuk-inset-text">${all.map((each) => html`<p class="govuk-body">${each}</p>`)}</div>`;
};

const nothing = ({ question: { filter }, choices, total }: FoundEntries, pages: number): Html => {
  if (total > 0)
    return html`<p class="govuk-body">There is no such page: the last is <a class="govuk-link" href="${addressOf(filter, pages)}">page ${pages}</a>.</p>`;
  if (!isFiltered(filter)) return nothingYet(choices);
  if (filter.state === "WITHDRAWN" && (filter.text !== null || filter.characteristic !== null))
    return html`<p class="govuk-body">What was withdrawn is no longer shown, so it can’t be searched by words or by characteristic. <a class="govuk-link" href="${addressOf({ ...NO_FILTER, state: "WITHDRAWN" })}">See all that were withdrawn</a>.</p>`;
  return html`<p class="govuk-body">Nothing in the register matches. Try:</p>
<ul class="govuk-list govuk-list--bullet">
<li>checking the spelling, or searching for fewer words</li>
<li><a class="govuk-link" href="/register">clearing the filters</a></li>
</ul>`;
};

const nothingYet = ({ counts }: RegisterChoices): Html =>
  counts.SUPERSEDED + counts.WITHDRAWN === 0
    ? html`<p class="govuk-inset-text">No assessment has been published yet.</p>`
    : html`<p class="govuk-inset-text">No published assessment stands at present.</p>`;

const listOf = (entries: readonly ListedEntry[]): Html =>
  html`<ul class="govuk-list app-register">${entries.map(itemOf)}</ul>`;

const itemOf = (entry: ListedEntry): Html => {
  const { reference, state, title, department, organisation, passage, characteristics } = entry;
  if (state === "WITHDRAWN")
    return html`<li class="app-register__item">
<h3 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="/register/${reference}">${reference}</a></h3>
<p class="govuk-body-s govuk-!-margin-bottom-1">${department}, ${organisation}. Withdrawn on ${timeOf(entry.changedAt)}.</p>
</li>`;
  const affected = inOrder(characteristics).map(characteristicWords);
  return html`<li class="app-register__item">
<h3 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="/register/${reference}">${title}</a></h3>
<p class="govuk-body-s govuk-!-margin-bottom-1">${reference}. ${department}, ${organisation}. Published on ${timeOf(entry.publishedAt)}${entry.edition > 1 ? `, edition ${entry.edition}` : ""}.${state === "SUPERSEDED" ? html` <strong>Superseded on ${timeOf(entry.changedAt)}.</strong>` : null}${entry.demo ? html` <strong>A demonstration record.</strong>` : null}</p>
${affected.length > 0 ? html`<p class="govuk-body-s govuk-!-margin-bottom-1">Affected: ${affected.join(", ")}.</p>` : null}
${passage === null ? null : html`<p class="govuk-body-s app-register__passage govuk-!-margin-bottom-1">${markedPassage(passage)}</p>`}
</li>`;
};

/** A passage with what was found in it marked. Marks that the text itself brought along are dropped. */
const markedPassage = (passage: string): Html => {
  const [before = "", ...marked] = passage.split(MARK_START);
  return html`${before.replaceAll(MARK_END, "")}${marked.map((piece) => {
    const [found = "", ...after] = piece.split(MARK_END);
    return after.length === 0 ? html`${found}` : html`<mark>${found}</mark>${after.join("")}`;
  })}`;
};

const pagination = ({ filter, page }: RegisterQuestion, pages: number): Html => {
  const step = (to: number, rel: "prev" | "next", words: string): Html | null =>
    to < 1 || to > pages
      ? null
      : html`<div class="govuk-pagination__${rel}"><a class="govuk-link govuk-pagination__link" href="${addressOf(filter, to)}" rel="${rel}"><span class="govuk-pagination__link-title">${words}<span class="govuk-visually-hidden"> page</span></span></a></div>`;
  return html`<nav class="govuk-pagination" aria-label="Pages of the register">
${step(page - 1, "prev", "Previous")}
<ul class="govuk-pagination__list">${nearby(page, pages).map((each) => pageItem(filter, each, page))}</ul>
${step(page + 1, "next", "Next")}
</nav>`;
};

/** The first page, the last, and those around this one; 0 stands for what is left out. */
const nearby = (page: number, pages: number): number[] => {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((each) => each >= 1 && each <= pages)
    .sort((a, b) => a - b);
  return shown.flatMap((each, index) =>
    index > 0 && each - (shown[index - 1] ?? 0) > 1 ? [0, each] : [each],
  );
};

const pageItem = (filter: RegisterFilter, each: number, page: number): Html => {
  if (each === 0) return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>`;
  const look = each === page ? " govuk-pagination__item--current" : "";
  const here = each === page ? html` aria-current="page"` : null;
  return html`<li class="govuk-pagination__item${look}"><a class="govuk-link govuk-pagination__link" href="${addressOf(filter, each)}" aria-label="Page ${each}"${here}>${each}</a></li>`;
};
