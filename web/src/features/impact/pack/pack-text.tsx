import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Textarea } from "../../../ui/textarea.tsx";

/** Hands a text to the person as a file. Nothing leaves the browser. */
const saveText = (text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "equality-and-human-rights-implications.txt";
  link.click();
  URL.revokeObjectURL(address);
};

const WORDS = {
  copied: "Copied.",
  failed: "Your browser does not let this page copy. Select the text and copy it yourself.",
} as const;

/** The text to copy, which whoever writes the report may first make their own. */
export const PackText = ({ text }: { text: string }) => {
  const [own, setOwn] = useState(text);
  const [outcome, setOutcome] = useState<keyof typeof WORDS | null>(null);
  const change = (next: string) => {
    setOwn(next);
    setOutcome(null);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(own);
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  };
  return (
    <>
      <Textarea
        id="text"
        label="The text, to change and copy"
        labelSize="m"
        hint="What you change stays on this page alone, until you leave it or choose other assessments. The Word document and the PDF hold the text as it was drawn up."
        value={own}
        rows={16}
        onChange={change}
      />
      <div className="govuk-button-group">
        <Button onClick={() => void copy()}>Copy the text</Button>
        <Button variant="secondary" onClick={() => saveText(own)}>
          Download the text
        </Button>
        {own === text ? null : (
          <Button variant="secondary" onClick={() => change(text)}>
            Start again from what was drawn up
          </Button>
        )}
      </div>
      <p className="govuk-body" role="status">
        {outcome === null ? "" : WORDS[outcome]}
      </p>
    </>
  );
};
