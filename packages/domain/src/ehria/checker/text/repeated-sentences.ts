import { splitSentences, wordsOf } from "./sentences.ts";

/** A text under its owner ("AGE"), and the words that name the owner: copies may differ in them. */
export interface OwnedText {
  owner: string;
  text: string;
  ownWords: readonly string[];
}

/** A sentence that stands, more or less word for word, under several owners. */
export interface RepeatedSentence {
  sentence: string;
  owners: readonly string[];
}

const SHINGLE = 3;
const FEWEST_WORDS = 8;
/** Share of the shorter sentence's three-word runs that the two have in common. */
const SAME_ENOUGH = 0.75;
const OWN_WORD = "•";

const shinglesOf = (words: readonly string[]): Set<string> => {
  const shingles = new Set<string>();
  for (let start = 0; start + SHINGLE <= words.length; start++)
    shingles.add(words.slice(start, start + SHINGLE).join(" "));
  return shingles;
};

interface Cluster {
  sentence: string;
  sizes: number;
  owners: Set<string>;
}

interface Candidate {
  owner: string;
  sentence: string;
  shingles: Set<string>;
}

const candidatesOf = ({ owner, text, ownWords }: OwnedText): Candidate[] => {
  const own = new Set(ownWords.map((word) => word.toLowerCase()));
  return splitSentences(text)
    .map((sentence) => ({
      sentence,
      words: wordsOf(sentence).map((word) => (own.has(word) ? OWN_WORD : word)),
    }))
    .filter(({ words }) => words.length >= FEWEST_WORDS)
    .map(({ sentence, words }) => ({ owner, sentence, shingles: shinglesOf(words) }));
};

/** The cluster with which the candidate shares most, if that is enough. Looked up by shingle, so the cost stays near linear. */
const findCluster = (candidate: Candidate, index: ReadonlyMap<string, Set<Cluster>>): Cluster | null => {
  const shared = new Map<Cluster, number>();
  for (const shingle of candidate.shingles) {
    for (const cluster of index.get(shingle) ?? []) shared.set(cluster, (shared.get(cluster) ?? 0) + 1);
  }
  let best: Cluster | null = null;
  let bestShare = SAME_ENOUGH;
  for (const [cluster, count] of shared) {
    const share = count / Math.min(candidate.shingles.size, cluster.sizes);
    if (share >= bestShare) [best, bestShare] = [cluster, share];
  }
  return best;
};

/** Sentences that occur under two owners or more, in order of first appearance. Short ones don't count. */
export const findRepeatedSentences = (texts: readonly OwnedText[]): RepeatedSentence[] => {
  const clusters: Cluster[] = [];
  const index = new Map<string, Set<Cluster>>();
  for (const candidate of texts.flatMap(candidatesOf)) {
    const known = findCluster(candidate, index);
    if (known !== null) {
      known.owners.add(candidate.owner);
      continue;
    }
    const cluster = {
      sentence: candidate.sentence,
      sizes: candidate.shingles.size,
      owners: new Set([candidate.owner]),
    };
    clusters.push(cluster);
    for (const shingle of candidate.shingles)
      index.set(shingle, (index.get(shingle) ?? new Set()).add(cluster));
  }
  return clusters
    .filter(({ owners }) => owners.size > 1)
    .map(({ sentence, owners }) => ({ sentence, owners: [...owners] }));
};
