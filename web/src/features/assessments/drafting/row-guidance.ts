import { graphql, type ResultOf } from "gql.tada";
import { useEffect, useState } from "react";
import { useClient } from "urql";

/** Asked for once a page, apart from the draft: it never changes, and the draft is asked for after every save. */
export const RowGuidanceQuery = graphql(`
  query RowGuidance($reference: String!) {
    assessment(reference: $reference) {
      id
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

type Answer = ResultOf<typeof RowGuidanceQuery>;
type Part = NonNullable<Answer["assessment"]>["form"][number]["questions"][number]["parts"][number];
export type RowGuidance = NonNullable<Part["guidance"]>;

const findGuidance = (answer: Answer | undefined, question: string, part: string): RowGuidance | null =>
  answer?.assessment?.form
    .flatMap(({ questions }) => questions)
    .find(({ key }) => key === question)
    ?.parts.find(({ key }) => key === part)?.guidance ?? null;

/** What helps with one row of the law's tables. Null: nothing does, or it isn't here yet. */
export const useRowGuidance = (reference: string, question: string, part: string): RowGuidance | null => {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let isLeft = false;
    void client
      .query(RowGuidanceQuery, { reference }, { requestPolicy: "cache-first" })
      .toPromise()
      .then(({ data }) => {
        if (!isLeft) setAnswer(data);
      });
    return () => {
      isLeft = true;
    };
  }, [client, reference]);
  return findGuidance(answer, question, part);
};
