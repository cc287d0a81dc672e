import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { WarningText } from "../../../ui/banners.tsx";
import type { ButtonLook } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { MissingAssessment } from "../missing-assessment.tsx";
import { OverviewQuery } from "../queries.ts";
import { checkNotice, EMPTY_NOTICE, NOTICE_FIELD, NoticeField, noticeInput } from "./notice-field.tsx";
import { checkReason, REASON_FIELD, ReasonForm } from "./reason-form.tsx";
import { useTransition } from "./use-transition.ts";

interface Step {
  title: string;
  warning: string;
  label: string;
  button: string;
  variant: ButtonLook;
}

const STEPS: Record<"REOPEN" | "WITHDRAW", Step> = {
  REOPEN: {
    title: "Reopen the assessment",
    warning: "This starts a new revision, which must be signed again. The signed one stays as it is.",
    label: "Why does it need to change?",
    button: "Reopen",
    variant: "primary",
  },
  WITHDRAW: {
    title: "Withdraw the assessment",
    warning: "A withdrawn assessment can't be taken up again. It stays on record.",
    label: "Why is it withdrawn?",
    button: "Withdraw",
    variant: "warning",
  },
};

interface ReasonPageProps {
  action: keyof typeof STEPS;
}

/** A step that needs nothing but its reason. */
export const ReasonPage = ({ action }: ReasonPageProps) => {
  const { reference = "" } = useParams();
  const navigate = useNavigate();
  const { assessment } = useLiveData(OverviewQuery, { reference });
  const { take, busy, errors, setErrors } = useTransition(
    reference,
    () => void navigate(`/assessments/${reference}`),
  );
  const [notice, setNotice] = useState(EMPTY_NOTICE);
  if (!assessment?.availableActions.includes(action)) return <MissingAssessment />;
  // A reopened one goes on standing in the register as it is.
  const tellsPublic = action === "WITHDRAW" && assessment.standsInRegister;
  const { title, warning, label, button, variant } = STEPS[action];
  const submit = (reason: string) => {
    const problem = checkReason(reason, "Enter a reason");
    const found = [...(problem ? [problem] : []), ...checkNotice(tellsPublic, notice)];
    setErrors(found);
    if (found.length === 0) void take({ action, reason, ...noticeInput(tellsPublic, notice) });
  };
  return (
    <Page
      title={title}
      caption={assessment.title}
      errors={errors}
      crumbs={[{ to: `/assessments/${reference}`, words: reference }]}
    >
      <WarningText>{warning}</WarningText>
      <ReasonForm
        label={label}
        hint="It goes on record."
        button={button}
        variant={variant}
        busy={busy}
        error={errors.find(({ field }) => field === REASON_FIELD)?.message}
        onSubmit={submit}
      >
        {tellsPublic ? (
          <NoticeField
            notice={notice}
            error={errors.find(({ field }) => field === NOTICE_FIELD)?.message}
            onChange={setNotice}
          />
        ) : null}
      </ReasonForm>
    </Page>
  );
};
