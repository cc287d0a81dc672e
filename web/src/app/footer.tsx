import { Link } from "react-router";

const LINKS = [
  { to: "/accessibility", words: "Accessibility statement", leavesApp: false },
  { to: "/cookies", words: "Cookies", leavesApp: false },
  { to: "/register", words: "Public register", leavesApp: true },
  { to: "/verify", words: "Check a sealed assessment", leavesApp: false },
  { to: "/explorer", words: "API explorer", leavesApp: true },
] as const;

export const Footer = () => (
  <footer className="govuk-footer">
    <div className="govuk-width-container">
      <h2 className="govuk-visually-hidden">Support links</h2>
      <ul className="govuk-footer__inline-list">
        {LINKS.map(({ to, words, leavesApp }) => (
          <li className="govuk-footer__inline-list-item" key={to}>
            {leavesApp ? (
              <a className="govuk-footer__link" href={to}>
                {words}
              </a>
            ) : (
              <Link className="govuk-footer__link" to={to}>
                {words}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <div className="govuk-footer__meta-custom">
        Due Regard is open-source software for councils, under the MIT licence.
      </div>
    </div>
  </footer>
);
