/**
 * Something the operator can put right: a taken port, a second start on one directory, an unreachable database.
 * The message is one clear sentence and is shown as it stands; it never carries a password or a stack.
 */
export class StartFailure extends Error {
  override readonly name = "StartFailure";
}
