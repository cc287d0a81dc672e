import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { WarningText } from "../../../ui/banners.tsx";
import { Button } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { TextInput } from "../../../ui/text-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { OverviewQuery } from "../queries.ts";
import { checkNotice, EMPTY_NOTICE, NOTICE_FIELD, NoticeField, noticeInput } from "./notice-field.tsx";
import { checkReason, REASON_FIELD } from "./reason-form.tsx";
import { TRANSITION_BUTTON } from "./transition-button.ts";
import { useTransition } from "./use-transition.ts";

const SUCCESSOR_FIELD = "successor";
const UNNAMED = {
  field: SUCCESSOR_FIELD,
  message: "Enter the reference of the assessment that takes its place",
};

interface SupersedeFormProps {
  transition: ReturnType<typeof useTransition>;
  standsInRegister: boolean;
}

const SupersedeForm = ({ transition, standsInRegister }: SupersedeFormProps) => {
  const [notice, setNotice] = useState(EMPTY_NOTICE);
  const [successor, setSuccessor] = useState("");
  const [reason, setReason] = useState("");
  const { take, busy, errors, setErrors } = transition;
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const problem = checkReason(reason, "Enter a reason");
    const found = [
      ...(successor.trim() === "" ? [UNNAMED] : []),
      ...(problem ? [problem] : []),
      ...checkNotice(standsInRegister, notice),
    ];
    setErrors(found);
    if (found.length > 0) return;
    void take({ action: "SUPERSEDE", successor, reason, ...noticeInput(standsInRegister, notice) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        id={SUCCESSOR_FIELD}
        label="Reference of the assessment that takes its place"
        labelSize="s"
        hint="For example, EHRIA-2026-0007. It must be signed off."
        width="20"
        error={errorFor(SUCCESSOR_FIELD)}
        value={successor}
        onChange={setSuccessor}
      />
      <Textarea
        id={REASON_FIELD}
        label="Why does it take its place?"
        labelSize="s"
        hint="It goes on record."
        error={errorFor(REASON_FIELD)}
        limit={{ max: 4000, unit: "characters" }}
        value={reason}
        onChange={setReason}
      />
      {standsInRegister ? (
        <NoticeField notice={notice} error={errorFor(NOTICE_FIELD)} onChange={setNotice} />
      ) : null}
      <Button id={TRANSITION_BUTTON} busy={busy}>
        Save
      </Button>
    </form>
  );
};

/** Says that another assessment, signed off in its turn, takes the place of this one. */
export const SupersedePage = () => {
  const { reference = "" } = useParams();
  const navigate = useNavigate();
  const { assessment } = useLiveData(OverviewQuery, { reference });
  const transition = useTransition(reference, () => void navigate(`/assessments/${reference}`));
  if (!assessment?.availableActions.includes("SUPERSEDE")) return <MissingAssessment />;
  return (
    <Page
      title="Say what takes its place"
      caption={assessment.title}
      errors={transition.errors}
      crumbs={[{ to: `/assessments/${reference}`, words: reference }]}
    >
      <WarningText>
        A superseded assessment can&rsquo;t be taken up again. It stays on record as it is.
      </WarningText>
      <SupersedeForm transition={transition} standsInRegister={assessment.standsInRegister} />
    </Page>
  );
};
