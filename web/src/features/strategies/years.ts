/** "2018 to 2022" of two ISO dates; one year alone when the plan stays inside it. */
export const formatYears = (startsOn: string, endsOn: string): string => {
  const [first, last] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  return first === last ? first : `${first} to ${last}`;
};
