import { useSearchParams } from "react-router";

interface Format {
  /** As in the address: /downloads/dashboard.csv. */
  ending: string;
  words: string;
}

const FIGURES: readonly Format[] = [
  { ending: "csv", words: "CSV" },
  { ending: "xlsx", words: "spreadsheet (XLSX)" },
  { ending: "ods", words: "OpenDocument spreadsheet (ODS)" },
];

const DASHBOARD: readonly Format[] = [...FIGURES, { ending: "pdf", words: "committee appendix (PDF)" }];

interface DownloadListProps {
  /** What is downloaded: “these figures”. */
  words: string;
  name: "dashboard" | "metric";
  formats: readonly Format[];
  parameters: Record<string, string>;
}

/** Plain links: the server answers with a file, so the page stays. */
const DownloadList = ({ words, name, formats, parameters }: DownloadListProps) => (
  <nav aria-label={`Download ${words}`} className="app-choice app-downloads">
    <span aria-hidden="true">Download {words}:</span>
    <ul className="app-choice__list">
      {formats.map((format) => (
        <li key={format.ending}>
          <a
            className="govuk-link"
            href={`/downloads/${name}.${format.ending}?${new URLSearchParams(parameters)}`}
          >
            <span className="govuk-visually-hidden">Download {words} as </span>
            {format.words}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** The dashboard as the page shows it: as reported, or as known at the instant that was asked for. */
export const DashboardDownloads = ({
  dashboard,
}: {
  dashboard: { organisation: { code: string }; period: { code: string }; asAt: string | null };
}) => {
  const [search] = useSearchParams();
  const { organisation, period, asAt } = dashboard;
  const asked: Record<string, string> = search.has("figures") && asAt ? { asAt } : {};
  const parameters = { organisation: organisation.code, period: period.code, ...asked };
  return <DownloadList words="this dashboard" name="dashboard" formats={DASHBOARD} parameters={parameters} />;
};

/** A metric's figures: one organisation's, and those of all that reported it; as known now, or at an instant. */
export const MetricDownloads = ({
  code,
  organisation,
  asAt = null,
}: {
  code: string;
  organisation: { code: string; name: string };
  asAt?: string | null | undefined;
}) => {
  const parameters: Record<string, string> = asAt === null ? { code } : { code, asAt };
  return (
    <>
      <DownloadList
        words={`the figures of ${organisation.name}`}
        name="metric"
        formats={FIGURES}
        parameters={{ ...parameters, organisation: organisation.code }}
      />
      <DownloadList
        words="the figures of every organisation"
        name="metric"
        formats={FIGURES}
        parameters={parameters}
      />
    </>
  );
};
