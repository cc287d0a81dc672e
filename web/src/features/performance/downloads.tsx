import { useSearchParams } from "react-router";
import { type DownloadLink, DownloadList } from "../../ui/download-list.tsx";

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

const linksTo = (
  name: "dashboard" | "metric",
  formats: readonly Format[],
  parameters: Record<string, string>,
): DownloadLink[] =>
  formats.map(({ ending, words }) => ({
    href: `/downloads/${name}.${ending}?${new URLSearchParams(parameters)}`,
    words,
  }));

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
  return <DownloadList words="this dashboard" links={linksTo("dashboard", DASHBOARD, parameters)} />;
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
        links={linksTo("metric", FIGURES, { ...parameters, organisation: organisation.code })}
      />
      <DownloadList
        words="the figures of every organisation"
        links={linksTo("metric", FIGURES, parameters)}
      />
    </>
  );
};
