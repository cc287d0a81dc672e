import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { WarningText } from "../../../ui/banners.tsx";
import { Button, ButtonGroup } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { IMPORT_CRUMBS } from "./addresses.ts";
import { UndoQuery } from "./queries.ts";
import { ImportFacts } from "./receipt.tsx";
import type { ImportToUndo } from "./types.ts";
import { useUndo } from "./use-step.ts";
import { counted } from "./words.ts";

const REASON_LIMIT = 500;

const KeptFigures = ({ kept }: { kept: ImportToUndo["revisedSince"] }) =>
  kept.totalCount === 0 ? null : (
    <>
      <p className="govuk-body">
        {counted(kept.totalCount, "figure was", "figures were")} recorded again since, and will stay as they
        are:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {kept.edges.map(({ node }) => (
          <li key={node.id}>
            {node.metric.title}, {node.organisation.name}, {node.period.label}: {node.display}
          </li>
        ))}
        {kept.totalCount > kept.edges.length ? <li>and {kept.totalCount - kept.edges.length} more</li> : null}
      </ul>
    </>
  );

const UndoForm = ({ found }: { found: ImportToUndo }) => {
  const navigate = useNavigate();
  const [reason, setReason] = useState("");
  const address = `/performance/import/${found.id}`;
  const { undo, busy, errors, setErrors } = useUndo(found.id, { onDone: () => void navigate(address) });
  const changed = (found.counts?.new ?? 0) + (found.counts?.revised ?? 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.length <= REASON_LIMIT) return undo(reason);
    setErrors([{ field: "reason", message: `Use ${REASON_LIMIT} characters or fewer` }]);
  };
  return (
    <Page
      title="Undo this import?"
      caption={found.fileName}
      crumbs={[...IMPORT_CRUMBS, { to: address, words: found.fileName }]}
      errors={errors}
    >
      <WarningText>
        {counted(changed, "figure")} of this file will no longer count, and what they replaced will be in
        force again.
      </WarningText>
      <p className="govuk-body">
        Both stay in the history. To bring the figures back, import the file again.
      </p>
      <ImportFacts found={found} />
      <KeptFigures kept={found.revisedSince} />
      <form onSubmit={submit} noValidate>
        <Textarea
          id="reason"
          label="Reason (optional)"
          hint="It goes on record."
          rows={3}
          limit={{ max: REASON_LIMIT, unit: "characters" }}
          error={errors.find(({ field }) => field === "reason")?.message}
          value={reason}
          onChange={setReason}
        />
        <ButtonGroup>
          <Button variant="warning" busy={busy}>
            Undo this import
          </Button>
          <AppLink to={address}>Keep it</AppLink>
        </ButtonGroup>
      </form>
    </Page>
  );
};

/** Asks before an import is undone, and says what that does. */
export const UndoPage = () => {
  const { id = "" } = useParams();
  const { metricImport: found } = useLiveData(UndoQuery, { id });
  if (found === null) return null;
  if (found.state === "COMMITTED") return <UndoForm found={found} />;
  return (
    <Page title="This import can’t be undone" caption={found.fileName} crumbs={IMPORT_CRUMBS}>
      <p className="govuk-body">
        Only an import that is recorded can be undone.{" "}
        <AppLink to={`/performance/import/${found.id}`}>See where this one stands</AppLink>
      </p>
    </Page>
  );
};
