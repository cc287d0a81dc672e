import type { ResultOf } from "gql.tada";
import { Client, cacheExchange, fetchExchange } from "urql";
import { createLoad, type LoadQuery } from "../../../data/load.ts";
import type { Content } from "../types.ts";
import { answerLocally, mutationField } from "./answer-locally.ts";
import { type MadeUp, NOTHING_YET, previewInput } from "./made-up.ts";
import { TryGuidanceQuery, TryQuery } from "./queries.ts";

/** A form that somebody tries out: a published version, or (null) its draft. */
export interface TriedForm {
  key: string;
  version: number | null;
}

type Preview = NonNullable<ResultOf<typeof TryQuery>["formPreview"]>;

/** The form with what was made up, as pages of a draft know an assessment. */
const contentOf = (preview: Preview, { actions }: MadeUp): Content => ({
  id: "made-up",
  reference: "",
  title: preview.title,
  status: "DRAFT",
  revision: 1,
  contentHash: "",
  availableActions: ["EDIT"],
  department: { id: "made-up", name: "Your department" },
  form: preview.form,
  answers: preview.answers,
  characteristicImpacts: preview.characteristicImpacts,
  rightImpacts: preview.rightImpacts,
  improvementActions: [...actions],
  evidence: [],
});

interface Request {
  operationName?: string;
  query: string;
  variables: { input?: unknown };
}

const reply = (data: unknown): Response =>
  new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } });

export interface Trial {
  /** Asks and answers as the application's own client does, for the pages of a draft. Nothing that it saves leaves the page. */
  client: Client;
  load: LoadQuery;
  startAgain: () => void;
}

/**
 * Lets the pages of a draft run on a form as they run on an assessment. What they ask about the assessment is answered
 * by the server's preview of the form, what they save stays here, and everything else goes its usual way.
 */
export const createTrial = ({ key, version }: TriedForm, ask: LoadQuery): Trial => {
  let madeUp = NOTHING_YET;
  const preview = async () => {
    const content = previewInput(madeUp);
    const { viewer, formPreview } = await ask(TryQuery, { key, version, content }, "network-only");
    if (formPreview === null) return { viewer, assessment: null };
    return { viewer, assessment: { __typename: "Assessment", ...contentOf(formPreview, madeUp) } };
  };
  const guidance = async () => {
    const { formPreview } = await ask(TryGuidanceQuery, { key, version }, "network-only");
    return {
      assessment: formPreview && { __typename: "Assessment", id: "made-up", form: formPreview.form },
    };
  };
  const answered: Record<string, () => Promise<unknown>> = { Draft: preview, RowGuidance: guidance };
  const send: typeof fetch = async (address, init) => {
    const request = JSON.parse(String(init?.body)) as Request;
    const field = mutationField(request.query);
    if (field !== null) {
      const local = answerLocally(madeUp, field, request.variables.input);
      madeUp = local.madeUp;
      return reply(local.data);
    }
    const answer = answered[request.operationName ?? ""];
    return answer === undefined ? fetch(address, init) : reply(await answer());
  };
  const client = new Client({
    url: "/graphql",
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetch: send,
    fetchOptions: { credentials: "same-origin" },
  });
  return {
    client,
    load: createLoad(client),
    startAgain: () => {
      madeUp = NOTHING_YET;
    },
  };
};
