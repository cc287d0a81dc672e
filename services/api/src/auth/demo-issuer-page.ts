import { html } from "../pages/html.ts";
import type { Page } from "../pages/page-layout.ts";
import type { DemoPerson } from "./demo-provider.ts";

export interface ChoosableAccount extends DemoPerson {
  jobTitle: string;
  does: string;
}

/** One button for each demo account: pressing it signs in. */
export const chooseAccountPage = (accounts: readonly ChoosableAccount[], action: string): Page => ({
  title: "Choose a demo account",
  body: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Choose a demo account</h1>
<p class="govuk-body">This is a demonstration. The people are made up and there are no passwords: choose who you want to be.</p>
<form method="post" action="${action}">
<ul class="govuk-list">
${accounts.map(
  (account) => html`<li>
<hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible">
<h2 class="govuk-heading-m">${account.name}</h2>
<p class="govuk-body">${account.jobTitle} · ${account.email}</p>
<p class="govuk-hint">${account.does}</p>
<button class="govuk-button" name="account" value="${account.email}">Sign in as ${account.name}</button>
</li>
`,
)}</ul>
</form>
</div></div>`,
});
