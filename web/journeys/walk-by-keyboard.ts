import { expect, type Page } from "@playwright/test";

/** What has the focus, in the words by which people know it. */
interface Focused {
  kind: "radio" | "checkbox" | "text" | "select" | "link" | "button" | "other";
  /** The group that it belongs to, and its own label. */
  legend: string;
  label: string;
  /** Of radios: what there is to choose, and where the focus is among it. */
  options: string[];
  index: number;
  checked: boolean;
  value: string;
  inAnswer: boolean;
  id: string;
}

const readFocus = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const words = (node: Element | null | undefined) => node?.textContent?.trim().replace(/\s+/g, " ") ?? "";
    const group = element.closest("fieldset");
    const radios =
      element.type === "radio"
        ? [...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(element.name)}"]`)]
        : [];
    const labelOf = (input: HTMLInputElement) => words(input.labels?.[0]);
    const kinds: Record<string, Focused["kind"]> = { A: "link", BUTTON: "button", SELECT: "select" };
    const textual =
      element.tagName === "TEXTAREA" || (element.tagName === "INPUT" && element.type === "text");
    const chosen = element.type === "radio" || element.type === "checkbox" ? element.type : "other";
    return {
      kind: textual ? ("text" as const) : (kinds[element.tagName] ?? (chosen as Focused["kind"])),
      legend: words(group?.querySelector("legend")),
      label: element.labels ? labelOf(element) : words(element),
      options: radios.map(labelOf),
      index: radios.indexOf(element),
      checked: element.checked ?? false,
      value: element.value ?? "",
      inAnswer: element.closest(".app-question__answer, .app-question") !== null,
      id: element.id,
    };
  });

/** How somebody answers: which option of a group, and what they write in a field. Null: they leave it. */
export interface Answers {
  choose: (legend: string, options: string[]) => string | null;
  write: (label: string, legend: string) => string | null;
}

const MOST = 150;

const chooseRadio = async (page: Page, focused: Focused, answer: string): Promise<void> => {
  const wanted = focused.options.findIndex((option) => option === answer || option.startsWith(`${answer} `));
  if (wanted < 0) throw new Error(`${focused.legend}: no ${answer} among ${focused.options.join(", ")}`);
  if (wanted === focused.index) {
    if (!focused.checked) await page.keyboard.press("Space");
    return;
  }
  const key = wanted > focused.index ? "ArrowDown" : "ArrowUp";
  for (let step = 0; step < Math.abs(wanted - focused.index); step += 1) await page.keyboard.press(key);
};

/**
 * Answers a page from its heading to its "Next" link with Tab, arrows, Space and letters alone. Says what it was asked, and leaves
 * the focus on the link.
 */
export const answerPage = async (page: Page, answers: Answers): Promise<string[]> => {
  const asked: string[] = [];
  const done = new Set<string>();
  for (let presses = 0; presses < MOST; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await readFocus(page);
    if (focused.kind === "link" && /^Next/.test(focused.label)) return asked;
    if (!focused.inAnswer || done.has(focused.id)) continue;
    done.add(focused.id);
    if (focused.kind === "radio") {
      const answer = answers.choose(focused.legend, focused.options);
      if (answer !== null) {
        await chooseRadio(page, focused, answer);
        asked.push(focused.legend);
      }
    } else if (focused.kind === "text" && focused.value === "") {
      const text = answers.write(focused.label, focused.legend);
      if (text !== null) {
        await page.keyboard.insertText(text);
        asked.push(focused.label || focused.legend);
      }
    }
  }
  throw new Error(`No link to the next page within ${MOST} presses of Tab on ${page.url()}`);
};

/** Goes where the focused link leads, and waits until its page has the focus. */
export const follow = async (page: Page): Promise<void> => {
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
};
