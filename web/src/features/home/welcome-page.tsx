import { ButtonLink } from "../../ui/button.tsx";
import { Page, PageHeading } from "../../ui/page.tsx";

export const WelcomePage = () => (
  <Page
    title="Performance, strategies and equality assessments"
    heading={<PageHeading className="govuk-heading-xl">Due Regard</PageHeading>}
  >
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <p className="govuk-body-l">
          One place for a council&rsquo;s performance figures, the strategies they serve, and the equality and
          human rights impact assessments of what it decides.
        </p>
        <ul className="govuk-list govuk-list--bullet">
          <li>see how services perform, as a committee saw it and as it is known today</li>
          <li>follow a strategy from its outcomes to the figures behind them</li>
          <li>write an assessment with the evidence beside the question</li>
          <li>have it reviewed and signed off, with a record of who decided what, and when</li>
        </ul>
        <ButtonLink to="/auth/sign-in?returnTo=%2F" leavesApp>
          Sign in
        </ButtonLink>
        <h2 className="govuk-heading-m">Without signing in</h2>
        <ul className="govuk-list govuk-list--spaced">
          <li>
            <a className="govuk-link" href="/register">
              Public register of published assessments
            </a>
          </li>
          <li>
            <a className="govuk-link" href="/explorer">
              API explorer
            </a>
          </li>
        </ul>
      </div>
    </div>
  </Page>
);
