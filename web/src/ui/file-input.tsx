import { type DragEvent, type ReactNode, useState } from "react";
import { classNames } from "./class-names.ts";
import { describedBy, ErrorMessage, FormGroup, Hint, Label } from "./form-group.tsx";

interface FileInputProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** What the dialogue for choosing offers first: “.csv,.xlsx”. Any other file can still be chosen. */
  accept?: string | undefined;
  onChoose: (file: File | null) => void;
}

/**
 * The browser's own field for a file, which works by keyboard and with every screen reader, inside a place to drop one
 * on. What is dropped shows in the field like what was chosen.
 */
export const FileInput = (props: FileInputProps) => {
  const [over, setOver] = useState(false);
  const input = () => document.getElementById(props.id) as HTMLInputElement | null;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const { files } = event.dataTransfer;
    const field = input();
    if (files.length === 0 || field === null) return;
    field.files = files;
    props.onChoose(files[0] ?? null);
  };
  return (
    <FormGroup error={props.error}>
      <Label htmlFor={props.id} size="m">
        {props.label}
      </Label>
      {props.hint ? <Hint id={`${props.id}-hint`}>{props.hint}</Hint> : null}
      {props.error ? <ErrorMessage id={`${props.id}-error`}>{props.error}</ErrorMessage> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the field inside is the way for everybody */}
      <div
        className={classNames("app-drop", over && "app-drop--over")}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          type="file"
          id={props.id}
          name={props.id}
          className={classNames("govuk-file-upload", props.error && "govuk-file-upload--error")}
          accept={props.accept}
          aria-describedby={describedBy(props.id, props)}
          aria-invalid={props.error ? true : undefined}
          onChange={(event) => props.onChoose(event.target.files?.[0] ?? null)}
        />
        <span className="app-drop__words" aria-hidden="true">
          or drop it here
        </span>
      </div>
    </FormGroup>
  );
};
