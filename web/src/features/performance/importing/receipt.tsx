import { AppLink } from "../../../ui/app-link.tsx";
import { NotificationBanner } from "../../../ui/banners.tsx";
import { ButtonLink } from "../../../ui/button.tsx";
import { formatInstant } from "../../../ui/format/dates.ts";
import { fileSize } from "../../../ui/format/file-size.ts";
import { SummaryList, type SummaryRow } from "../../../ui/summary-list.tsx";
import { ChangesTable } from "./changes-table.tsx";
import { CountsList } from "./counts-list.tsx";
import type { FoundImport, Listed } from "./types.ts";
import { counted } from "./words.ts";

const who = (instant: string | null, person: { name: string } | null): string =>
  instant === null ? "" : `${formatInstant(instant)} by ${person?.name ?? "somebody"}`;

/** Who did what to a file, when. */
export const ImportFacts = ({ found }: { found: Listed }) => {
  const rows: SummaryRow[] = [
    { key: "file", label: "File", value: `${found.fileName} (${fileSize(found.bytes)})` },
    { key: "uploaded", label: "Uploaded", value: who(found.uploadedAt, found.uploadedBy) },
    { key: "recorded", label: "Recorded", value: who(found.recordedAt, found.recordedBy) },
    { key: "undone", label: "Undone", value: who(found.undoneAt, found.undoneBy) },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value !== "")} />;
};

/** What was recorded, and the way back. */
export const Receipt = ({ found, justNow }: { found: FoundImport; justNow: boolean }) => {
  const { counts } = found;
  const changed = (counts?.new ?? 0) + (counts?.revised ?? 0);
  return (
    <>
      {justNow ? (
        <NotificationBanner success>
          <p className="govuk-notification-banner__heading">{counted(changed, "figure")} recorded.</p>
        </NotificationBanner>
      ) : null}
      <ImportFacts found={found} />
      {counts ? <CountsList counts={counts} recorded /> : null}
      {found.skippedFaulty && counts && counts.faulty > 0 ? (
        <p className="govuk-body">{counted(counts.faulty, "faulty row was", "faulty rows were")} left out.</p>
      ) : null}
      <ChangesTable found={found} title="What changed" />
      <p className="govuk-body">
        <AppLink to="/performance?figures=latest">See the figures on the dashboard</AppLink>
      </p>
      <ButtonLink to={`/performance/import/${found.id}/undo`} variant="secondary">
        Undo this import
      </ButtonLink>
    </>
  );
};
