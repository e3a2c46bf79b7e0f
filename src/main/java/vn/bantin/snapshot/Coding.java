package vn.bantin.snapshot;

/** A content coding that a feed is kept in (RFC 9110 §8.4.1). */
public enum Coding {
  /** The bytes as the feed was written. */
  IDENTITY("identity", "identity", ""),
  /** RFC 1952; old clients call it {@code x-gzip}. */
  GZIP("gzip", "x-gzip", "-gzip"),
  /** RFC 7932. */
  BROTLI("br", "br", "-br");

  private final String token;
  private final String alias;
  private final String suffix;

  Coding(String token, String alias, String suffix) {
    this.token = token;
    this.alias = alias;
    this.suffix = suffix;
  }

  /** Its name in {@code Accept-Encoding} and {@code Content-Encoding}. */
  public String token() {
    return token;
  }

  /** Its other name, or the same again. */
  public String alias() {
    return alias;
  }

  /** What its entity-tags carry behind the version's. */
  public String suffix() {
    return suffix;
  }
}
