import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { useLate } from "../../../ui/late.ts";
import { COMMENTARY_EDIT } from "./commentary-edit.ts";
import { CommentaryFields } from "./commentary-fields.tsx";
import { EditSteps } from "./edit-steps.tsx";
import { FIGURE_EDIT } from "./figure-edit.ts";
import { FigureFields } from "./figure-fields.tsx";
import { JUDGEMENT_EDIT } from "./judgement-edit.ts";
import { JudgementFields } from "./judgement-fields.tsx";
import { TARGET_EDIT } from "./target-edit.ts";
import { TargetFields } from "./target-fields.tsx";
import type { Editable, EditingSubject, EditKind } from "./types.ts";
import { useEditable } from "./use-editable.ts";

export interface FormProps {
  editable: Editable;
  reload: () => Promise<Editable | null>;
  onClose: () => void;
  onErrors?: ((has: boolean) => void) | undefined;
}

interface Kind {
  words: string;
  may: (editable: Editable) => boolean;
  Form: (props: FormProps) => ReactNode;
}

/** What can be edited about a row, by whom, and with which fields. */
const KINDS: Record<EditKind, Kind> = {
  FIGURE: {
    words: "Figure",
    may: ({ canWrite }) => canWrite,
    Form: (props) => <EditSteps definition={FIGURE_EDIT} Fields={FigureFields} {...props} />,
  },
  TARGET: {
    words: "Target",
    may: ({ canWrite }) => canWrite,
    Form: (props) => <EditSteps definition={TARGET_EDIT} Fields={TargetFields} {...props} />,
  },
  RATING: {
    words: "Rating",
    may: ({ canJudge }) => canJudge,
    Form: (props) => <EditSteps definition={JUDGEMENT_EDIT} Fields={JudgementFields} {...props} />,
  },
  COMMENTARY: {
    words: "Commentary",
    may: ({ canJudge }) => canJudge,
    Form: (props) => <EditSteps definition={COMMENTARY_EDIT} Fields={CommentaryFields} {...props} />,
  },
};
const EVERY_KIND = Object.keys(KINDS) as EditKind[];

interface EditPanelProps {
  /** Which row. The panel asks the server how it stands now, so the page need not hold the latest. */
  subject: EditingSubject;
  /** What is offered, in this order; of it only what the person may do. Default: everything. */
  kinds?: readonly EditKind[] | undefined;
  /** What is open at first. Default: the first that the person may do. */
  start?: EditKind | null | undefined;
  /** The person is done, or went away with Escape: take the panel off the page and give the focus back. */
  onClose: () => void;
  onErrors?: ((has: boolean) => void) | undefined;
}

const Choice = ({
  kinds,
  chosen,
  onChoose,
}: {
  kinds: readonly EditKind[];
  chosen: EditKind;
  onChoose: (kind: EditKind) => void;
}) =>
  kinds.length < 2 ? null : (
    <ul className="app-edit__kinds">
      {kinds.map((kind) => (
        <li key={kind}>
          <LinkButton current={kind === chosen} onClick={() => onChoose(kind)}>
            {KINDS[kind].words}
          </LinkButton>
        </li>
      ))}
    </ul>
  );

const Opened = ({
  editable,
  kinds,
  start,
  ...rest
}: FormProps & { kinds: readonly EditKind[]; start: EditKind | null }) => {
  const offered = kinds.filter((kind) => KINDS[kind].may(editable));
  const [asked, setAsked] = useState(start);
  const chosen = offered.find((kind) => kind === asked) ?? offered[0];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { Form } = KINDS[chosen ?? "FIGURE"];
  return (
    <>
      <h3 className="govuk-heading-m" ref={heading} tabIndex={-1}>
        {editable.row.title}, {editable.row.edition.period.label}
      </h3>
      {chosen === undefined ? (
        <p className="govuk-body">You may not change this measure.</p>
      ) : (
        <>
          <Choice kinds={offered} chosen={chosen} onChoose={setAsked} />
          <Form key={chosen} editable={editable} {...rest} />
        </>
      )}
    </>
  );
};

/**
 * The forms of one row: its figure, its target, its rating, commentary. For the dashboard's rows and the metric page
 * alike. After a save the page's own data is asked for again.
 */
export const EditPanel = ({
  subject,
  kinds = EVERY_KIND,
  start = null,
  onClose,
  onErrors,
}: EditPanelProps) => {
  const { loaded, reload } = useEditable(subject);
  const late = useLate(loaded.state === "LOADING");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from wherever the focus is within
    <div className="app-edit" onKeyDown={onKeyDown}>
      {loaded.state === "LOADING" ? <p role="status">{late ? "Loading…" : ""}</p> : null}
      {loaded.state === "FAILED" ? (
        <>
          <p className="govuk-body" role="alert">
            {loaded.because}.
          </p>
          <Button type="button" variant="secondary" onClick={onClose}>
            Close
          </Button>
        </>
      ) : null}
      {loaded.state === "READY" ? (
        <Opened
          editable={loaded.editable}
          reload={reload}
          kinds={kinds}
          start={start}
          onClose={onClose}
          onErrors={onErrors}
        />
      ) : null}
    </div>
  );
};
