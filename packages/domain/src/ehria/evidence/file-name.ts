import { FILE_LIMITS, FILE_TYPE_FACTS, type FileType } from "./file-types.ts";

/** Names that mean a device to Windows, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

const UNNAMED = "file";

/**
 * A name that is safe to show and to save under: the last part of a path, without characters that steer (control,
 * direction of writing, halves of letters) or that a file system takes for something else, with the ending that its content
 * has. “..\\invoice.exe” that is a PDF becomes “invoice.pdf”.
 */
export const cleanFileName = (name: string, type: FileType): string => {
  const { endings } = FILE_TYPE_FACTS[type];
  const last = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*]/g, "-")
    .replace(/\p{Zs}+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  const point = plain.lastIndexOf(".");
  const ending = point < 0 ? "" : plain.slice(point + 1).toLowerCase();
  const kept = endings.find((each) => each === ending) ?? endings[0];
  const looksLikeEnding = /^[a-z0-9]{1,5}$/.test(ending);
  const stem = (looksLikeEnding ? plain.slice(0, point) : plain).replace(/[\s.]+$/u, "");
  const short = [...stem]
    .slice(0, FILE_LIMITS.nameCharacters - kept.length - 1)
    .join("")
    .trim();
  const safe = short === "" ? UNNAMED : DEVICE.test(short) ? `${short}-file` : short;
  return `${safe}.${kept}`;
};
