/** How long what is known of a person may be, in UTF-16 units. An address can't be longer (RFC 5321, 4.5.3.1.3). */
export const LONGEST_NAME = 100;
export const LONGEST_JOB_TITLE = 100;
export const LONGEST_EMAIL = 254;
