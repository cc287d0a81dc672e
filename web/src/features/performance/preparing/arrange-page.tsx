import { useState } from "react";
import { useLoaderData, useRevalidator } from "react-router";
import { AppLink } from "../../../ui/app-link.tsx";
import { WarningText } from "../../../ui/banners.tsx";
import type { FieldError } from "../../../ui/error-summary.tsx";
import { formatDate } from "../../../ui/format/dates.ts";
import { Page } from "../../../ui/page.tsx";
import { AddMeasure } from "./add-measure.tsx";
import type { ArrangeData, ArrangeProps } from "./load-preparing.ts";
import { MeasureList } from "./measure-list.tsx";
import { ReportForm } from "./report-form.tsx";

const NONE: readonly FieldError[] = [];

const address = ({ organisation, period }: ArrangeData["dashboard"]): string =>
  `/performance?${new URLSearchParams({ organisation: organisation.code, period: period.code })}`;

const Closed = ({ data: { dashboard, viewer } }: { data: ArrangeData }) => (
  <WarningText>
    {viewer?.canWriteMetrics && dashboard.reportedOn
      ? `This dashboard was reported on ${formatDate(dashboard.reportedOn)}: what a committee saw stays as it saw it.`
      : "Your role does not let you arrange this dashboard. Analysts can."}
  </WarningText>
);

/** Which measures a dashboard that is being prepared shows, and the end of its preparation. */
export const ArrangePage = () => {
  const data = useLoaderData() as ArrangeData;
  const { revalidate } = useRevalidator();
  const [said, setSaid] = useState("");
  const [errors, setErrors] = useState(NONE);
  const { dashboard, viewer } = data;
  const isOpen = viewer?.canWriteMetrics === true && dashboard.reportedOn === null;
  const props: ArrangeProps = {
    data,
    onErrors: setErrors,
    onDone: (words) => {
      setErrors(NONE);
      setSaid(words);
      void revalidate();
    },
  };
  return (
    <Page
      title="Arrange a dashboard"
      caption={`${dashboard.organisation.name}, ${dashboard.period.label}`}
      crumbs={[{ to: address(dashboard), words: "Performance" }]}
      errors={errors}
    >
      <p className="govuk-body app-edition-title">{dashboard.title}</p>
      <p className="govuk-body" role="status">
        {said}
      </p>
      {isOpen ? (
        <>
          <MeasureList {...props} />
          <AddMeasure {...props} />
          <ReportForm {...props} />
        </>
      ) : (
        <Closed data={data} />
      )}
      <p className="govuk-body">
        <AppLink to={address(dashboard)}>Back to the dashboard</AppLink>
      </p>
    </Page>
  );
};
