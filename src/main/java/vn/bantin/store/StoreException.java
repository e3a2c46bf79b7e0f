package vn.bantin.store;

/** The database could not do what was asked; nothing of it was done. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what could not be done, and why. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
