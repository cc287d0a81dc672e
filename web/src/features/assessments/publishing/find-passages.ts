interface FoundPassage {
  place: string;
  start: number;
  end: number;
  text: string;
}

/** Every place in a text where these words stand, letter by letter. Positions in UTF-16 units. */
export const findPassages = (place: string, text: string, words: string): FoundPassage[] => {
  const wanted = words.trim();
  const found: FoundPassage[] = [];
  if (wanted === "") return found;
  for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + wanted.length))
    found.push({ place, start, end: start + wanted.length, text: wanted });
  return found;
};
