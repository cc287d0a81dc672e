import { type ReactNode, useEffect, useRef, useState } from "react";
import { classNames } from "./class-names.ts";

interface ScrollRegionProps {
  /** Names the region for those who come upon it with a keyboard or a screen reader. */
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

/** Holds what may be wider than the page. Only while something is out of sight is it a stop for the keyboard. */
export const ScrollRegion = ({ label, className, children }: ScrollRegionProps) => {
  const region = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const measure = () =>
      setScrolls(
        element.scrollWidth > element.clientWidth + 1 ||
          (element.scrollHeight > element.clientHeight + 1 && getComputedStyle(element).overflowY === "auto"),
      );
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  const named = scrolls ? ({ role: "region", "aria-label": label, tabIndex: 0 } as const) : {};
  return (
    <div ref={region} className={classNames("app-scroll", className)} {...named}>
      {children}
    </div>
  );
};
