import { type Period, parsePeriod } from "@due-regard/domain/metrics/period";
import { invalid, ok, type Problem, type Result } from "@due-regard/domain/result";
import { isInstant } from "../schema/scalars.ts";
import type { DownloadQuestion } from "./download-format.ts";

/** False for what no database can hold: U+0000, and half of a pair of surrogates. */
const isReadable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** Reads the parameters of a download's address, and collects what can't be read as problems in words. */
export class AddressReading {
  readonly problems: Problem[] = [];
  readonly #question: DownloadQuestion;

  constructor(question: DownloadQuestion, known: readonly string[]) {
    this.#question = question;
    for (const [name, values] of Object.entries(question)) {
      if (!known.includes(name)) {
        this.add(name, `“${name}” is not known here. These are: ${known.join(", ")}.`);
      } else if (!values.every(isReadable)) {
        this.add(name, `“${name}” holds a character that nothing here can contain. Type it again.`);
      }
    }
  }

  add(path: string, message: string): void {
    this.problems.push({ path, message });
  }

  all(name: string): readonly string[] {
    return this.#question[name] ?? [];
  }

  one(name: string): string | null {
    const values = this.all(name);
    if (values.length > 1) this.add(name, `Give “${name}” once.`);
    return values[0] ?? null;
  }

  required(name: string, example: string): string {
    const value = this.one(name);
    if (value === null) this.add(name, `Say which: ${name}=${example}.`);
    return value ?? "";
  }

  period(name: string, text: string | null): Period | null {
    if (text === null || text === "") return null;
    const read = parsePeriod(text);
    if (read.ok) return read.value;
    const { failure } = read;
    for (const { message } of failure.kind === "VALIDATION" ? failure.problems : []) this.add(name, message);
    return null;
  }

  /** "yes" or "no"; no where nothing is said. */
  flag(name: string): boolean {
    const text = this.one(name);
    if (text !== null && text !== "yes" && text !== "no") {
      this.add(name, `“${text}” is neither yes nor no. Write ${name}=yes, or leave it out.`);
    }
    return text === "yes";
  }

  instant(name: string): string | null {
    const text = this.one(name);
    if (text === null || isInstant(text)) return text;
    this.add(
      name,
      `“${text}” is not an instant. Write it with its offset, such as ${name}=2021-01-18T18:00:00Z.`,
    );
    return null;
  }

  result<Value>(value: Value): Result<Value> {
    return this.problems.length === 0 ? ok(value) : invalid(this.problems);
  }
}
