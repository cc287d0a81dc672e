import { createContext, useContext, useEffect, useId } from "react";

/** Told by each form deep in a page whether it shows errors, so that the page's title can say so. */
export const PageErrorsContext = createContext<(form: string, has: boolean) => void>(() => undefined);

export const usePageErrors = (has: boolean): void => {
  const tell = useContext(PageErrorsContext);
  const form = useId();
  useEffect(() => {
    tell(form, has);
    return () => tell(form, false);
  }, [tell, form, has]);
};
