/** Somewhere in the form that evidence can be cited for: "monitoring-systems", "potential-impact.AGE". */
export interface CitablePlace {
  place: string;
  label: string;
}
