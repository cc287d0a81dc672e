import { graphql } from "gql.tada";

/** What is cited, in short, and the questions that it is cited for. */
export const citedByQuestion = graphql(`
  fragment CitedByQuestion on Assessment @_unmask {
    form {
      key
      title
      questions {
        key
        kind
        number
        label
        text
        subsection
        parts {
          key
          label
        }
      }
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
`);
