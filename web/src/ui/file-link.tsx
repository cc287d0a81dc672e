import { type ReactNode, useEffect, useState } from "react";

interface FileLinkProps {
  fileName: string;
  text: string;
  type: string;
  children: ReactNode;
}

/** A link that saves a text which the page has already as a file. */
export const FileLink = ({ fileName, text, type, children }: FileLinkProps) => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text, type]);
  return (
    <a className="govuk-link" href={address} download={fileName}>
      {children}
    </a>
  );
};
