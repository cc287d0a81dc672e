import { graphql } from "gql.tada";
import { answerFields, characteristicFields, formFields, rightFields } from "../fragments.ts";

/** A form as it stands for made-up answers: all that a page of a draft needs of the server. */
export const TryQuery = graphql(
  `
    query TryForm($key: String!, $version: Int, $content: FormPreviewContent) {
      viewer {
        user {
          id
        }
      }
      formPreview(key: $key, version: $version, content: $content) {
        key
        title
        version
        faults
        form {
          ...FormFields
        }
        answers {
          ...AnswerFields
        }
        characteristicImpacts {
          ...CharacteristicFields
        }
        rightImpacts {
          ...RightFields
        }
      }
    }
  `,
  [formFields, answerFields, characteristicFields, rightFields],
);

/** What helps with each row, of the same form. */
export const TryGuidanceQuery = graphql(`
  query TryGuidance($key: String!, $version: Int) {
    formPreview(key: $key, version: $version) {
      form {
        questions {
          key
          parts {
            key
            guidance {
              lookAt
              law
              lawSource
              goodExample
              weakExample
            }
          }
        }
      }
    }
  }
`);
