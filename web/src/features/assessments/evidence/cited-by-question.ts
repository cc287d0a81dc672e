import { graphql } from "gql.tada";
import { placedForm } from "../reading/placed-form.ts";

/** What is cited, in short, and the questions that it is cited for. */
export const citedByQuestion = graphql(
  `
  fragment CitedByQuestion on Assessment @_unmask {
    form {
      ...PlacedForm
    }
    evidence {
      id
      kind
      place
      changedSincePinned
      pinned {
        title
      }
      file {
        id
        state
      }
    }
  }
`,
  [placedForm],
);
