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
  /** Several at once. */
  multiple?: boolean | undefined;
  /** The first, or null; and all of them. */
  onChoose: (file: File | null, all: readonly File[]) => void;
}

/**
 * The browser's own field for a file, which works by keyboard and with every screen reader, inside a place to drop one
 * on. What is dropped shows in the field like what was chosen.
 */
export const FileInput = (props: FileInputProps) => {
  const [over, setOver] = useState(false);
  const input = () => document.getElementById(props.id) as HTMLInputElement | null;
  const choose = (files: FileList | null) => {
    const all = [...(files ?? [])];
    props.onChoose(all[0] ?? null, props.multiple ? all : all.slice(0, 1));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const { files } = event.dataTransfer;
    const field = input();
    if (files.length === 0 || field === null) return;
    field.files = files;
    choose(field.files);
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
          multiple={props.multiple}
          onChange={(event) => choose(event.target.files)}
        />
        <span className="app-drop__words" aria-hidden="true">
          {props.multiple ? "or drop them here" : "or drop it here"}
        </span>
      </div>
    </FormGroup>
  );
};
