import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { WarningText } from "../../../ui/banners.tsx";
import { Button, ButtonGroup } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { IMPORT_CRUMBS } from "./addresses.ts";
import { ImportProgress } from "./import-progress.tsx";
import { UndoQuery } from "./queries.ts";
import { ImportFacts } from "./receipt.tsx";
import type { ImportToUndo } from "./types.ts";
import { usePolling } from "./use-polling.ts";
import { useUndo } from "./use-step.ts";
import { counted, STATE } from "./words.ts";

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

interface UndoFormProps {
  found: ImportToUndo;
  address: string;
  step: ReturnType<typeof useUndo>;
}

const UndoForm = ({ found, address, step }: UndoFormProps) => {
  const [reason, setReason] = useState("");
  const { undo, busy, errors, setErrors } = step;
  const changed = (found.counts?.new ?? 0) + (found.counts?.revised ?? 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.length <= REASON_LIMIT) return undo(reason);
    setErrors([{ field: "reason", message: `Use ${REASON_LIMIT} characters or fewer` }]);
  };
  return (
    <>
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
    </>
  );
};

const NotToUndo = ({ address }: { address: string }) => (
  <p className="govuk-body">
    Only an import that is recorded can be undone. <AppLink to={address}>See where this one stands</AppLink>
  </p>
);

const titleOf = ({ state, progress }: ImportToUndo): string => {
  if (progress) return STATE[state].title;
  return state === "COMMITTED" ? "Undo this import?" : "This import can’t be undone";
};

/** Asks before an import is undone, and says what that does. */
export const UndoPage = () => {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const address = `/performance/import/${id}`;
  const step = useUndo(id, { onDone: () => void navigate(address) });
  const { metricImport: found } = useLiveData(UndoQuery, { id });
  usePolling(UndoQuery, { id }, step.busy || (found !== null && found.progress !== null));
  if (found === null) return null;
  return (
    <Page
      title={titleOf(found)}
      caption={found.fileName}
      crumbs={[...IMPORT_CRUMBS, { to: address, words: found.fileName }]}
      errors={step.errors}
    >
      {found.progress ? (
        <ImportProgress state={found.state} progress={found.progress} fileName={found.fileName} />
      ) : found.state === "COMMITTED" ? (
        <UndoForm found={found} address={address} step={step} />
      ) : (
        <NotToUndo address={address} />
      )}
    </Page>
  );
};
