import { useLocation } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText, NotificationBanner } from "../../../ui/banners.tsx";
import type { Overview } from "../types.ts";

/** Says that a newer version of the form is there, to who may move the assessment to it; or that it was just moved. */
export const MoveNotice = ({ assessment }: { assessment: Overview }) => {
  const { state } = useLocation();
  const movedTo = (state as { movedTo?: number } | null)?.movedTo;
  const { formMove, template, reference } = assessment;
  if (formMove)
    return (
      <InsetText>
        There is a newer version of this form: version {formMove.to.version}. This assessment is on version{" "}
        {template.version} and may stay there.{" "}
        <AppLink to={`/assessments/${reference}/move`}>See what would change, and move it</AppLink>
      </InsetText>
    );
  return movedTo === template.version ? (
    <NotificationBanner success>
      <p className="govuk-notification-banner__heading">
        This assessment is on version {movedTo} of its form now.
      </p>
    </NotificationBanner>
  ) : null;
};
