/** What the address asks the list for. */
export const noticeVariables = (search: URLSearchParams) => ({
  unread: search.get("show") === "new" ? true : null,
  after: search.get("after"),
});
