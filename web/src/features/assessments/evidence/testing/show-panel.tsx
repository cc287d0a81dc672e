import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Provider } from "urql";
import { expect } from "vitest";
import { type Answer, createServer } from "../../../../testing/fake-server.ts";
import { InRouter } from "../../../../testing/in-router.tsx";
import { DraftContext } from "../../drafting/draft-context.ts";
import type { Evidence } from "../../types.ts";
import { EvidencePanel } from "../evidence-panel.tsx";
import { contentWith } from "./sample-evidence.ts";

export const PLACES = [{ place: "aims", label: "Question 3" }];
export const LINKED = { __typename: "EvidenceLinked", assessment: { id: "a1" }, evidence: { id: "e9" } };

/** The panel of a question, before a server that gives these answers. */
export const show = (evidence: Evidence[], answers: Record<string, Answer> = {}) => {
  const server = createServer({ Draft: () => null, ...answers });
  const content = contentWith(evidence);
  const view = render(
    <InRouter>
      <Provider value={server.client}>
        <DraftContext value={{ content, person: "p1" }}>
          <main>
            <h1>Draft</h1>
            <EvidencePanel places={PLACES} />
          </main>
        </DraftContext>
      </Provider>
    </InRouter>,
  );
  return { ...server, ...view };
};

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
export const open = (summary: string) => userEvent.click(screen.getByText(summary));
export const summaryLink = async (name: string | RegExp) => {
  const link = await screen.findByRole("link", { name });
  const summary = link.closest(".govuk-error-summary");
  expect(summary).not.toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(summary));
  return link;
};
