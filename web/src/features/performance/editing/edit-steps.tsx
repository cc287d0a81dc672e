import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { InsetText } from "../../../ui/banners.tsx";
import { Button, ButtonGroup, LinkButton } from "../../../ui/button.tsx";
import { ConflictChoice } from "../../../ui/conflict-choice.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { useLate } from "../../../ui/late.ts";
import { ChangesView } from "./changes-view.tsx";
import type { Editable, EditDefinition, EditFieldsProps } from "./types.ts";
import { type Edit, useEdit } from "./use-edit.ts";

/** The heading of a step. It takes the focus, so that a screen reader goes on from there. */
const StepHeading = ({ children }: { children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h4 className="govuk-heading-s" ref={heading} tabIndex={-1}>
      {children}
    </h4>
  );
};

/** A step that has no heading of its own. Where another went before it, it takes the focus from what has gone. */
const Step = ({ takesFocus, children }: { takesFocus: boolean; children: ReactNode }) => {
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) step.current?.focus();
  }, []);
  return (
    <div className="app-edit__step" ref={step} tabIndex={-1}>
      {children}
    </div>
  );
};

const WORKING = { PREVIEW: "Working out what will change…", SAVE: "Saving…" } as const;

/** Says what is under way once it lasts longer than a blink. */
const Working = ({ busy }: { busy: Edit<unknown>["busy"] }) => {
  const late = useLate(busy !== null);
  return (
    <p className="govuk-body app-edit__working" role="status">
      {late && busy ? WORKING[busy] : ""}
    </p>
  );
};

interface StepProps<Draft> {
  edit: Edit<Draft>;
  onClose: () => void;
}

const Writing = <Draft,>({ edit, onClose, children }: StepProps<Draft> & { children: ReactNode }) => {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (edit.busy === null) void edit.showChanges();
  };
  return (
    <form onSubmit={submit} noValidate>
      {edit.restored ? (
        <InsetText>
          What you wrote here earlier and did not save is back.{" "}
          <LinkButton onClick={edit.discard}>Start again from what stands</LinkButton>
        </InsetText>
      ) : null}
      {children}
      <ButtonGroup>
        <Button busy={edit.busy !== null}>Show what will change</Button>
        <LinkButton onClick={onClose}>Cancel</LinkButton>
      </ButtonGroup>
    </form>
  );
};

const Previewed = <Draft,>({ edit }: StepProps<Draft>) => {
  if (edit.step.name !== "PREVIEWED") return null;
  const { answer } = edit.step;
  return (
    <>
      <StepHeading>What will change</StepHeading>
      <ChangesView answer={answer} />
      <ButtonGroup>
        {answer.dashboards.length > 0 ? (
          <Button type="button" busy={edit.busy !== null} onClick={() => void edit.save()}>
            Save
          </Button>
        ) : null}
        <Button type="button" variant="secondary" onClick={edit.goBack}>
          Go back
        </Button>
      </ButtonGroup>
    </>
  );
};

const Saved = <Draft,>({ edit, onClose }: StepProps<Draft>) => {
  if (edit.step.name !== "SAVED") return null;
  return (
    <>
      <StepHeading>Saved</StepHeading>
      <ChangesView answer={edit.step.answer} />
      <Button type="button" variant="secondary" onClick={onClose}>
        Close
      </Button>
    </>
  );
};

interface EditStepsProps<Draft> {
  definition: EditDefinition<Draft>;
  Fields: (props: EditFieldsProps<Draft>) => ReactNode;
  editable: Editable;
  reload: () => Promise<Editable | null>;
  onClose: () => void;
  /** Told when errors come and go, for the title of the page. */
  onErrors?: ((has: boolean) => void) | undefined;
}

/** An edit from the first key to "Saved". */
export const EditSteps = <Draft,>(props: EditStepsProps<Draft>) => {
  const { definition, Fields, editable, reload, onClose, onErrors } = props;
  const edit = useEdit(definition, editable, reload);
  const hasErrors = edit.errors.length > 0;
  useEffect(() => {
    onErrors?.(hasErrors);
    return () => onErrors?.(false);
  }, [hasErrors, onErrors]);
  const isFirst = useRef(true);
  useEffect(() => {
    isFirst.current = false;
  }, []);
  const errorFor = (field: string) => edit.errors.find((error) => error.field === field)?.message;
  return (
    <>
      <ErrorSummary errors={edit.errors} />
      {edit.step.name === "WRITING" ? (
        <Step takesFocus={!isFirst.current && !hasErrors}>
          <Writing edit={edit} onClose={onClose}>
            <Fields editable={editable} draft={edit.draft} onChange={edit.change} errorFor={errorFor} />
          </Writing>
        </Step>
      ) : null}
      <Previewed edit={edit} onClose={onClose} />
      {edit.step.name === "CONFLICT" ? (
        <Step takesFocus>
          <ConflictChoice
            mine={edit.draft}
            theirs={edit.step.theirs}
            pieces={definition.pieces(editable)}
            what={definition.what}
            button="Go on with this choice"
            onChoose={edit.choose}
          />
        </Step>
      ) : null}
      <Saved edit={edit} onClose={onClose} />
      <Working busy={edit.busy} />
    </>
  );
};
