import { Page } from "../../ui/page.tsx";

export const AboutAccessibilityPage = () => (
  <Page title="Accessibility statement">
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <p className="govuk-body">
          This statement is about the Due Regard software. A council that runs it publishes its own statement
          with its own contact details.
        </p>
        <h2 className="govuk-heading-m">What you should be able to do</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>use every page with a keyboard alone</li>
          <li>zoom to 400% without text running off the screen</li>
          <li>read every chart as a table</li>
          <li>tell ratings apart without seeing colour: each has a word and a shape</li>
          <li>listen to most of it with a screen reader, including what is being saved</li>
          <li>print any page</li>
        </ul>
        <h2 className="govuk-heading-m">How far it meets the standard</h2>
        <p className="govuk-body">
          We build for the Web Content Accessibility Guidelines 2.2, level AA. It has not been audited by
          anyone outside the project, so we don't claim full compliance.
        </p>
        <h2 className="govuk-heading-m">How we test</h2>
        <p className="govuk-body">
          Every change runs axe on the pages of the main tasks in a real browser and must find nothing.
          Automatic checks find only part of what can go wrong. It has not yet been tested by people who use
          assistive technology every day.
        </p>
        <h2 className="govuk-heading-m">What we know is not good enough</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>
            The API explorer is built on a code editor that is hard to use with a screen reader. The API can
            be used without it.
          </li>
          <li>
            The performance table has many columns. On a narrow screen each row becomes a list, which makes
            comparing rows slower.
          </li>
          <li>
            Charts can be stepped through with the arrow keys, but not every screen reader reads out the
            values. The table beside the chart holds the same figures.
          </li>
        </ul>
      </div>
    </div>
  </Page>
);
