/** Bytes as base64url without padding (RFC 4648 §5), as in JSON Web Keys. */
export const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/** The bytes of a base64url text; null when it isn't the one text that {@link toBase64url} makes of them. */
export const fromBase64url = (text: string): Uint8Array | null => {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    // The last character may carry bits that mean nothing: only one spelling counts, so that no letter can be changed unseen.
    return toBase64url(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
};
