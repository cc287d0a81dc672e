import { FAILURE } from "./home-care.ts";
import type { Answered, Ask } from "./test-api.ts";

/** The operations of an import, as tests send them. */

const IMPORT = `
  id fileName fileType state failure skippedFaulty recordedAt undoneAt
  sheets { name rows columns }
  mapping { format sheet headerRow columns { field column } constants { field value } }
  counts { rows figures new revised same leftOut faulty warned }
  problemCounts { kind weight rows }
  problems(first: 200) { totalCount edges { node { row column header printed kind weight wrong remedy } } }
  changes(first: 200) { totalCount edges { node {
    row metric { code } organisation { code } period { code } group before after outcome
  } } }
  revisedSince { totalCount edges { node { display } } }
`;

export const IMPORT_METRICS = `
  mutation ($input: ImportMetricsInput!) {
    importMetrics(input: $input) { __typename ... on MetricsImported { finished import { ${IMPORT} } } ${FAILURE} }
  }
`;

export const UNDO_IMPORT = `
  mutation ($input: UndoImportInput!) {
    undoImport(input: $input) { __typename ... on ImportUndone { finished import { ${IMPORT} } } ${FAILURE} }
  }
`;

export const METRIC_IMPORT = `query ($id: ID!) { metricImport(id: $id) { ${IMPORT} } }`;

// biome-ignore lint/suspicious/noExplicitAny: the union as asked for
type Loose = any;

const expectData = ({ data, errors }: Answered): Loose => {
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
};

/** Sends an import's mutations as one person, and hands out the member of the union that came back. */
export const importerAs = (ask: Ask) => ({
  importMetrics: async (input: object): Promise<Loose> =>
    expectData(await ask(IMPORT_METRICS, { input })).importMetrics,
  dryRun: async (text: string, more: object = {}): Promise<Loose> =>
    expectData(await ask(IMPORT_METRICS, { input: { text, dryRun: true, ...more } })).importMetrics,
  commit: async (text: string, more: object = {}): Promise<Loose> =>
    expectData(await ask(IMPORT_METRICS, { input: { text, dryRun: false, ...more } })).importMetrics,
  undo: async (id: string, more: object = {}): Promise<Loose> =>
    expectData(await ask(UNDO_IMPORT, { input: { import: id, ...more } })).undoImport,
  find: async (id: string): Promise<Loose> => expectData(await ask(METRIC_IMPORT, { id })).metricImport,
});

/** The nodes of a connection. */
export const nodesOf = (connection: { edges: { node: Loose }[] }): Loose[] =>
  connection.edges.map(({ node }) => node);
