/** Every mutation about forms, with an input that writes nothing for anybody: who is let in hears what is wrong with it. */
export const FORM_WRITES: Readonly<Record<string, { input: object; answers: string }>> = {
  startFormDraft: { input: { key: "nowhere" }, answers: "NotFound" },
  importFormDraft: { input: { document: "no form" }, answers: "ValidationError" },
  saveFormDraft: {
    input: { key: "nowhere", document: "no form", basedOnVersion: 1 },
    answers: "ValidationError",
  },
  discardFormDraft: { input: { key: "nowhere", basedOnVersion: 1 }, answers: "NotFound" },
  publishFormDraft: { input: { key: "nowhere", basedOnVersion: 1 }, answers: "NotFound" },
};
