import { FAILURE, HOME_CARE } from "./home-care.ts";
import type { AnyAnswer } from "./review-operations.ts";
import type { Ask } from "./test-api.ts";

/** What people send who publish an assessment, as their pages do. */

const done = (mutation: string, type: string) => `
  mutation ($input: ${type}!) {
    ${mutation}(input: $input) {
      __typename
      ... on AssessmentSaved { assessment { status } }
      ${FAILURE}
    }
  }
`;
export const DECIDE_REDACTIONS = done("decideRedactions", "DecideRedactionsInput");
export const PREPARE_PUBLICATION = done("preparePublication", "PreparePublicationInput");

export const PUBLICATION = `
  query ($reference: String!) {
    assessment(reference: $reference) {
      status availableActions unavailableActions { action because }
      publication {
        openHits
        hits { id place label kinds text before after decision { choice reason replacement version by { name } } }
        texts { place label text }
        prepared {
          hash contentHash edition previewAddress
          preparedBy { name } approvedBy { name } approvedAt
          files { format bytes sha256 address }
        }
      }
    }
  }
`;

export const readPublication = async (ask: Ask, reference = HOME_CARE): Promise<AnyAnswer> => {
  const { data, errors } = await ask(PUBLICATION, { reference });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.assessment;
};

/** Leaves every passage out that nobody decided about. */
export const redactAll = async (ask: Ask, reference = HOME_CARE): Promise<void> => {
  const { publication } = await readPublication(ask, reference);
  const decisions = publication.hits
    .filter(({ decision }: { decision: unknown }) => decision === null)
    .map(({ id }: { id: string }) => ({ hit: id, choice: "REDACT", version: 0 }));
  if (decisions.length === 0) return;
  const { data } = await ask(DECIDE_REDACTIONS, { input: { reference, decisions } });
  if (data.decideRedactions.__typename !== "AssessmentSaved") throw new Error(JSON.stringify(data));
};
