package vn.bantin.feed;

import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Element;

/** The rules for addresses: absolute, ASCII, of a scheme that exists, and ids in one spelling. */
final class UrlRules {

  private static final Set<String> SCHEMES =
      Set.of(
          "http", "https", "ftp", "mailto", "tel", "news", "nntp", "cid", "mid", "data", "file",
          "sip", "sips", "xmpp", "rtsp", "info", "geo");
  private static final Map<String, Integer> DEFAULT_PORTS =
      Map.of("http", 80, "https", 443, "ftp", 21);

  private static final Pattern ASCII =
      Pattern.compile("([0-9A-Za-z;/?:@&=+$._~!*'(),#-]|%[0-9A-Fa-f]{2})*");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][0-9A-Za-z+.-]*:.+");
  private static final Pattern HIERARCHY = Pattern.compile("(?i)(https?|ftp)://[^/].*");
  private static final Pattern TAG =
      Pattern.compile(
          "tag:([a-z0-9._-]+@)?[a-z0-9.-]+,\\d{4}(-\\d\\d(-\\d\\d)?)?:[^\\s\\p{Cntrl}]*");
  private static final Pattern URN = Pattern.compile("(?i)urn:[a-z0-9][a-z0-9-]{1,31}:.+");
  private static final Pattern UUID =
      Pattern.compile("(?i)urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern WEB =
      Pattern.compile(
          "(?i)https?://(\\d{1,3}(\\.\\d{1,3}){3}|([a-z0-9-]+\\.)+[a-z0-9][a-z0-9-]*)"
              + "(:\\d+)?(/.*)?");
  private static final Pattern ESCAPE = Pattern.compile("%(\\p{XDigit}{2})");
  private static final Pattern UNRESERVED = Pattern.compile("[0-9A-Za-z._~-]");
  private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.\\.?(/|$)");

  private UrlRules() {}

  /** An absolute address. */
  static void absolute(String value, Element where, Inspection inspection) {
    String problem = problem(value);
    if (!problem.isEmpty()) {
      inspection.report(problem, where, value);
    }
  }

  /** An absolute address, or one that is resolved against a base. */
  static void reference(String value, Element where, Inspection inspection) {
    if (isAbsolute(value)) {
      absolute(value, where, inspection);
    } else if (!ASCII.matcher(value).matches()) {
      inspection.report("InvalidIRI", where, value);
    }
  }

  /** An address on the web with a host that has a dot in it. */
  static void web(String value, Element where, Inspection inspection) {
    if (!WEB.matcher(value).matches() || !problem(value).isEmpty()) {
      inspection.report("InvalidURLAttribute", where, value);
    }
  }

  /** An absolute address in the one spelling that may be compared letter by letter. */
  static void canonical(String value, Element where, Inspection inspection) {
    absolute(value, where, inspection);
    if (problem(value).isEmpty() && !isCanonical(value)) {
      inspection.report("NonCanonicalURI", where, value);
    }
  }

  /** Whether a value begins with a scheme. */
  static boolean isAbsolute(String value) {
    return SCHEME.matcher(value).matches();
  }

  /** The code of what is wrong with an absolute address; empty when nothing is. */
  static String problem(String value) {
    if (value.regionMatches(true, 0, "tag:", 0, 4)) {
      return TAG.matcher(value).matches() && ASCII.matcher(value).matches() ? "" : "InvalidTAG";
    }
    if (value.regionMatches(true, 0, "urn:uuid:", 0, 9)) {
      return UUID.matcher(value).matches() ? "" : "InvalidUUID";
    }
    if (value.regionMatches(true, 0, "urn:", 0, 4)) {
      return URN.matcher(value).matches() && ASCII.matcher(value).matches() ? "" : "InvalidURN";
    }
    if (!isAbsolute(value)) {
      return "InvalidFullLink";
    }
    if (!ASCII.matcher(value).matches()) {
      return ASCII.matcher(withoutLetters(value)).matches() ? "InvalidFullLink" : "InvalidUriChar";
    }
    String scheme = value.substring(0, value.indexOf(':')).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      return "SchemeNotIANARegistered";
    }
    boolean hierarchical = DEFAULT_PORTS.containsKey(scheme);
    return hierarchical && !HIERARCHY.matcher(value).matches() ? "InvalidFullLink" : "";
  }

  /** An address without the letters that only an IRI may have (RFC 3987). */
  static String withoutLetters(String value) {
    return value
        .codePoints()
        .filter(c -> c < 128)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isCanonical(String value) {
    URI uri = URI.create(value);
    String scheme = uri.getScheme();
    String authority = uri.getRawAuthority();
    if (!scheme.equals(scheme.toLowerCase(Locale.ROOT))
        || !ESCAPE
            .matcher(value)
            .results()
            .map(escape -> escape.group(1))
            .allMatch(UrlRules::needed)
        || !Normalizer.isNormalized(uri.getSchemeSpecificPart(), Normalizer.Form.NFC)) {
      return false;
    }
    if (authority == null) {
      return true;
    }
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    boolean portToLeaveOut =
        host.endsWith(":") || host.endsWith(":" + DEFAULT_PORTS.getOrDefault(scheme, -1));
    return host.equals(host.toLowerCase(Locale.ROOT))
        && !portToLeaveOut
        && !authority.startsWith("@")
        && !uri.getRawPath().isEmpty()
        && !DOT_SEGMENT.matcher(uri.getRawPath()).find();
  }

  private static boolean needed(String hex) {
    String octet = Character.toString((char) Integer.parseInt(hex, 16));
    return hex.equals(hex.toUpperCase(Locale.ROOT)) && !UNRESERVED.matcher(octet).matches();
  }
}
