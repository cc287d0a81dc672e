import { changeQuestion, removeQuestion } from "@due-regard/domain/ehria/form/edit-template";
import { type FormTemplate, questionByKey } from "@due-regard/domain/ehria/form/template";
import { sampleTemplate as base } from "@due-regard/domain/ehria/testing/sample-template";
import type { Client } from "urql";
import { expect, test } from "vitest";
import { saveDraft } from "./use-save-draft.ts";

/** Stands for the server: one draft with its version, which somebody else may have saved meanwhile. */
const createClient = (stored: { template: FormTemplate; version: number } | null) => {
  const sent: FormTemplate[] = [];
  const reply = (data: unknown) => ({ toPromise: async () => ({ data, error: undefined }) });
  const client = {
    mutation: (_text: unknown, { input }: { input: { document: string; basedOnVersion: number } }) => {
      sent.push(JSON.parse(input.document));
      const result =
        stored === null
          ? { __typename: "NotFound", message: "Gone" }
          : input.basedOnVersion === stored.version
            ? { __typename: "FormDraftSaved", draft: { key: "x", version: 9, faults: [] } }
            : { __typename: "Conflict", message: "Changed", conflicts: [] };
      return reply({ saveFormDraft: result });
    },
    query: () =>
      reply({
        form: stored && {
          draft: {
            document: JSON.stringify(stored.template),
            version: stored.version,
            savedBy: { name: "Somebody" },
          },
        },
      }),
  };
  return { client: client as unknown as Client, sent };
};

const mine = changeQuestion(base, "who", { text: "Mine" });

test("a draft that nobody else touched is saved as it is", async () => {
  const { client, sent } = createClient({ template: base, version: 1 });
  expect(await saveDraft(client, mine, { template: base, version: 1 })).toEqual({
    kind: "SAVED",
    saved: { faults: [], isMerged: false },
  });
  expect(sent).toEqual([mine]);
});

test("changes to other places are brought together and sent again", async () => {
  const theirs = changeQuestion(base, "change", { text: "Theirs" });
  const { client, sent } = createClient({ template: theirs, version: 4 });
  const saved = await saveDraft(client, mine, { template: base, version: 1 });
  expect(saved).toEqual({ kind: "SAVED", saved: { faults: [], isMerged: true } });
  const last = sent.at(-1) ?? base;
  expect([questionByKey(last, "who")?.text, questionByKey(last, "change")?.text]).toEqual(["Mine", "Theirs"]);
});

test("where both changed the same place, both are handed over and nothing is sent", async () => {
  const theirs = changeQuestion(base, "who", { text: "Theirs" });
  const { client, sent } = createClient({ template: theirs, version: 4 });
  const found = await saveDraft(client, mine, { template: base, version: 1 });
  expect(found).toMatchObject({
    kind: "CONFLICT",
    conflict: { mine, theirs: { template: theirs, version: 4 }, by: "Somebody" },
  });
  expect(found.kind === "CONFLICT" && found.conflict.clashes.map(({ path }) => path)).toEqual([
    "questions.who.text",
  ]);
  expect(sent).toEqual([mine]);
});

test("a question that they removed while it was worked on is a conflict too", async () => {
  const { client } = createClient({ template: removeQuestion(base, "who"), version: 2 });
  const found = await saveDraft(client, mine, { template: base, version: 1 });
  expect(found.kind === "CONFLICT" && found.conflict.clashes.map(({ path }) => path)).toEqual([
    "questions.who",
  ]);
});

test("a draft that is gone is told of", async () => {
  const { client } = createClient(null);
  expect(await saveDraft(client, mine, { template: base, version: 1 })).toMatchObject({
    kind: "FAILED",
    outcome: { kind: "REFUSED", message: "Gone" },
  });
});
