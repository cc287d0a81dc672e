import { useLate } from "../ui/late.ts";

/** Shown only until the very first page has its data, and only when that takes long enough to notice. */
export const FirstLoad = () => {
  const late = useLate(true);
  return (
    <div className="govuk-width-container">
      <main className="govuk-main-wrapper" id="main-content">
        <p className="govuk-body" role="status">
          {late ? "Loading…" : ""}
        </p>
      </main>
    </div>
  );
};
