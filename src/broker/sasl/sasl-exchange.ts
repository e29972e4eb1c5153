/** What one message of an exchange leads to. */
export type SaslStep = { readonly answer: Buffer; readonly isDone: boolean } | 'refused';

/** The server's side of one authentication. */
export interface SaslExchange {
  next(message: Buffer): SaslStep;
}
