import { graphql } from "gql.tada";

/** As much of a form as leads from a place in it to its page: see place-address.ts. */
export const placedForm = graphql(`
  fragment PlacedForm on FormSectionView @_unmask {
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
`);
