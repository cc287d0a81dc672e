import { graphql, type ResultOf } from "gql.tada";
import { placedForm } from "../reading/placed-form.ts";

export const KeptQuery = graphql(
  `
  query Kept($reference: String!) {
    assessment(reference: $reference) {
      id
      reference
      title
      availableActions
      form {
        ...PlacedForm
      }
      keptAside {
        place
        label
        says
        why
        reason
        decidedBy {
          place
          label
          says
        }
      }
      givenUpTexts {
        id
        place
        label
        text
        at
        by {
          id
          name
        }
      }
    }
  }
`,
  [placedForm],
);

export type KeptAssessment = NonNullable<ResultOf<typeof KeptQuery>["assessment"]>;
export type KeptText = KeptAssessment["keptAside"][number];
export type GivenUpText = KeptAssessment["givenUpTexts"][number];
