import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { InsetText } from "../../../ui/banners.tsx";
import { Page } from "../../../ui/page.tsx";
import { Signatures } from "../deciding/signatures.tsx";
import { ContentView } from "../reading/content-view.tsx";
import { RevisionQuery } from "./queries.ts";
import { Recommendations } from "./recommendations.tsx";

/** Which revision an address names. What is no number names none. */
export const revisionVariables = (params: Readonly<Record<string, string | undefined>>) => ({
  reference: params.reference ?? "",
  revision: /^\d{1,6}$/.test(params.revision ?? "") ? Number(params.revision) : 0,
});

/** One revision as it was signed, whatever was written since. */
export const RevisionPage = () => {
  const variables = revisionVariables(useParams());
  const { assessment } = useLiveData(RevisionQuery, variables);
  if (!assessment) return null;
  const { reference, revision } = assessment;
  const address = `/assessments/${reference}`;
  return (
    <Page
      title={`Revision ${revision}`}
      caption={assessment.title}
      crumbs={[
        { to: "/assessments", words: "Assessments" },
        { to: address, words: reference },
      ]}
    >
      {assessment.isEarlier ? (
        <InsetText>
          <p className="govuk-body">
            This is an earlier revision, as it was signed. It can&rsquo;t be changed.{" "}
            <AppLink to={`${address}/changes?from=${revision}&to=${revision + 1}`}>
              See what changed in revision {revision + 1}
            </AppLink>
          </p>
        </InsetText>
      ) : null}
      <p className="govuk-body">
        Form: {assessment.template.title}, version {assessment.template.version}.
      </p>
      <Signatures signatures={assessment.signatures} />
      {assessment.recommendations.length > 0 ? (
        <Recommendations recommendations={assessment.recommendations} revision={revision} />
      ) : null}
      <ContentView content={assessment} editable={false} />
    </Page>
  );
};
