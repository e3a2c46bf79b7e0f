package vn.bantin.http;

import java.nio.charset.StandardCharsets;

/** A mistake that only somebody finds who watches what the data are compared with. */
public final class PlantedFuzzTarget {

  private PlantedFuzzTarget() {}

  /** Throws for one beginning of all. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (new String(data, StandardCharsets.ISO_8859_1).startsWith("GET /feeds/")) {
      throw new AssertionError("the planted mistake");
    }
  }
}
