import { useState } from "react";
import { useClient } from "urql";
import { explain, outcomeOf } from "../../data/outcome.ts";
import { NOTICE_TYPES } from "../../data/unread.ts";
import type { FieldError } from "../../ui/error-summary.tsx";
import { MarkReadMutation } from "./queries.ts";

type Which = { ids: string[] } | { until: string };

/** Marks notices as read; the lists and the count in the header follow. */
export const useMarkRead = () => {
  const client = useClient();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const mark = async (input: Which): Promise<void> => {
    const { data, error } = await client.mutation(MarkReadMutation, { input }, NOTICE_TYPES).toPromise();
    const outcome = outcomeOf(data?.markNoticesRead, error);
    setErrors(outcome.kind === "DONE" ? [] : [{ field: null, message: explain(outcome) }]);
  };
  return { mark, errors };
};
