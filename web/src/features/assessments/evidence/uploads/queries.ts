import { graphql } from "gql.tada";

export const FileAllowanceQuery = graphql(`
  query FileAllowance($reference: String!) {
    assessment(reference: $reference) {
      id
      fileAllowance {
        scans
        mostBytesOfOne
        mostFiles
        mostBytes
        types
        uploaded {
          id
          bytes
        }
      }
    }
  }
`);
