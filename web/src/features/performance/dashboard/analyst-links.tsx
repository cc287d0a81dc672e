import { AppLink } from "../../../ui/app-link.tsx";
import type { Dashboard } from "../words.ts";

/** What those who keep the figures may do beside editing them. */
export const AnalystLinks = ({ dashboard }: { dashboard: Dashboard }) => {
  const { organisation, period, reportedOn } = dashboard;
  const names = new URLSearchParams({ organisation: organisation.code, period: period.code });
  const links = [
    ...(reportedOn === null
      ? [{ to: `/performance/arrange?${names}`, words: "Arrange this dashboard, or mark it as reported" }]
      : []),
    { to: "/performance/import", words: "Import figures from a file" },
    { to: "/performance/prepare", words: "Prepare a dashboard" },
    { to: "/performance/metrics/new", words: "Define a metric" },
  ];
  return (
    <nav className="app-choice" aria-label="For analysts">
      <ul className="app-choice__list">
        {links.map(({ to, words }) => (
          <li key={to}>
            <AppLink to={to}>{words}</AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};
