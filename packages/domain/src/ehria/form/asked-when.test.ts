import { expect, test } from "vitest";
import { screened } from "../testing/check-sample.ts";
import { withAnswer } from "../testing/fill-form.ts";
import { sampleTemplate } from "../testing/sample-template.ts";
import { hiddenBecause } from "./asked-when.ts";
import { listSections } from "./sections.ts";
import { readForm } from "./visibility.ts";

test("a question that isn't asked names the answers that decide about it, and one that is says nothing", () => {
  const readings = [screened, withAnswer(screened, "change", null, { text: null })].map((content) =>
    readForm(sampleTemplate, content),
  );
  let hidden = 0;
  for (const reading of readings)
    for (const state of reading.questions) {
      const because = hiddenBecause(reading, state);
      if (state.asked === "TRUE") expect(because).toBeNull();
      else {
        hidden += 1;
        expect(because).toMatch(/^It is asked only when .*“.+”.* is .+/);
        expect(because).toMatch(state.asked === "FALSE" ? /does not count\.$/ : /isn’t decided yet\.$/);
      }
    }
  expect(hidden).toBeGreaterThan(0);
});

test("a section says on which answers it hangs", () => {
  const { sections } = sampleTemplate;
  const states = listSections(readForm(sampleTemplate, screened));
  expect(states.map(({ askedWhen }) => askedWhen !== null)).toEqual(
    sections.map(({ condition }) => condition !== null),
  );
});
