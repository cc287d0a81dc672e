import { type FormEvent, useState } from "react";
import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText, WarningText } from "../../../ui/banners.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { ChangesTable } from "./changes-table.tsx";
import { CountsList } from "./counts-list.tsx";
import { ProblemsTable } from "./problems-table.tsx";
import type { Counts, FoundImport } from "./types.ts";
import { counted } from "./words.ts";

export const SKIP_FIELD = "skip-faulty";

interface RecordFormProps {
  counts: Counts;
  busy: boolean;
  error: string | undefined;
  onRecord: (skipFaulty: boolean) => void;
  onRefuse: (errors: readonly FieldError[]) => void;
}

const faultyRows = ({ faulty }: Counts): string =>
  faulty === 1 ? "the faulty row" : `the ${counted(faulty, "faulty row")}`;

/** One faulty row stops the whole, unless somebody says that it is to be left out. */
const RecordForm = ({ counts, busy, error, onRecord, onRefuse }: RecordFormProps) => {
  const [skip, setSkip] = useState(false);
  const changed = counts.new + counts.revised;
  if (changed === 0) return <InsetText>There is nothing to record in this file.</InsetText>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (counts.faulty === 0 || skip) return onRecord(skip);
    const message = `Mend ${faultyRows(counts)} and upload the file again, or say that the rest is to be recorded without`;
    onRefuse([{ field: SKIP_FIELD, message }]);
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2 className="govuk-heading-m">Record the figures</h2>
      {counts.faulty > 0 ? (
        <Checkbox
          id={SKIP_FIELD}
          label={`Leave out ${faultyRows(counts)} and record the rest`}
          error={error}
          checked={skip}
          onChange={setSkip}
        />
      ) : null}
      <p className="govuk-body">
        {counted(counts.new, "figure")} will be new and {counted(counts.revised, "figure")} will revise what
        is recorded. You can undo the import afterwards.
      </p>
      <Button busy={busy}>Record {counted(changed, "figure")}</Button>
    </form>
  );
};

interface FindingsProps extends Omit<RecordFormProps, "counts"> {
  found: FoundImport;
}

/** What the check found, before anything is recorded. */
export const Findings = ({ found, ...form }: FindingsProps) => {
  const { counts } = found;
  if (counts === null) return null;
  return (
    <>
      <p className="govuk-body">Nothing has been recorded yet.</p>
      <CountsList counts={counts} recorded={false} />
      {counts.faulty > 0 ? (
        <>
          <WarningText>
            {counted(counts.faulty, "row has a problem that stops it", "rows have problems that stop them")}.
          </WarningText>
          <p className="govuk-body">
            Mend them in your file and <AppLink to="/performance/import">upload it again</AppLink>. If the
            columns were taken for others,{" "}
            <AppLink to={`/performance/import/${found.id}/columns`}>say what they hold</AppLink>.
          </p>
        </>
      ) : (
        <p className="govuk-body">
          <AppLink to={`/performance/import/${found.id}/columns`}>Change what the columns hold</AppLink>
        </p>
      )}
      {found.problemCounts.length > 0 ? <ProblemsTable found={found} /> : null}
      <ChangesTable found={found} title="What would change" />
      <RecordForm counts={counts} {...form} />
    </>
  );
};
