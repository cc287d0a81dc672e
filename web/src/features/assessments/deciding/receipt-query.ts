import { graphql } from "gql.tada";

export const ReceiptQuery = graphql(`
  query Receipt($reference: String!) {
    assessment(reference: $reference) {
      id
      reference
      title
      status
      revision
      contentHash
      signatures {
        role
        statement
        elements
        contentHash
        signedAt
        keyId
        valid
        voidBecause
        signatory {
          id
          name
          jobTitle
        }
      }
    }
    viewer {
      user {
        id
      }
    }
  }
`);
