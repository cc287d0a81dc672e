import { Checkbox } from "../../../ui/checkbox.tsx";
import { Textarea } from "../../../ui/textarea.tsx";

export interface Notice {
  text: string;
  /** The person was shown what may identify somebody, and says that it doesn't. */
  checked: boolean;
}

export const EMPTY_NOTICE: Notice = { text: "", checked: false };

export const NOTICE_FIELD = "publicNotice";
const MOST = 1000;

/** Only where there is a public to be told. */
export const checkNotice = (standsInRegister: boolean, { text }: Notice) =>
  standsInRegister && text.trim() === ""
    ? [{ field: NOTICE_FIELD, message: "Say to the public why this no longer stands" }]
    : [];

/** As the step takes it. */
export const noticeInput = (standsInRegister: boolean, { text, checked }: Notice) =>
  standsInRegister ? { publicNotice: text, publicNoticeChecked: checked } : {};

interface NoticeFieldProps {
  notice: Notice;
  error: string | undefined;
  onChange: (notice: Notice) => void;
}

/** What the register says from now on, in words of its own: the reason stays inside. */
export const NoticeField = ({ notice, error, onChange }: NoticeFieldProps) => (
  <>
    <Textarea
      id={NOTICE_FIELD}
      label="What should the public read?"
      labelSize="s"
      hint="This assessment stands in the public register. It stays there, with these words. Name nobody."
      rows={3}
      error={error}
      limit={{ max: MOST, unit: "characters" }}
      value={notice.text}
      onChange={(text) => onChange({ ...notice, text })}
    />
    {error || notice.checked ? (
      <Checkbox
        id="publicNoticeChecked"
        label="I have looked at these words again, and they identify nobody"
        checked={notice.checked}
        onChange={(checked) => onChange({ ...notice, checked })}
        small
      />
    ) : null}
  </>
);
