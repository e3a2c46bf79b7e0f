package vn.bantin.feed;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.jdom2.located.LocatedJDOMFactory;

/** The rules for the XML that a feed is written in: encoding, well-formedness, characters. */
final class XmlRules {

  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml\\s+version\\s*=\\s*[\"']([^\"']*)[\"']"
              + "(?:\\s+encoding\\s*=\\s*[\"']([^\"']*)[\"'])?.*",
          Pattern.DOTALL);
  private static final Pattern OBSOLETE = Pattern.compile("[\\u0080-\\u009F\\uFFFD]");

  /** A Vietnamese letter whose UTF-8 was taken for Latin-1 and encoded again. */
  private static final Pattern VIETNAMESE_TWICE =
      Pattern.compile("\\u00E1[\\u00BA\\u00BB][\\u00A1-\\u00BF]");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private XmlRules() {}

  /** Checks how the bytes say what encoding they have. */
  static void checkEncoding(
      byte[] document, String source, Optional<String> charset, Inspection inspection) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
    } catch (CharacterCodingException e) {
      inspection.report("UnicodeError", "not UTF-8");
    }
    Matcher declaration = DECLARATION.matcher(withoutMark(source));
    String declared = "utf-8";
    if (declaration.matches()) {
      declared = Optional.ofNullable(declaration.group(2)).orElse(declared);
      if (!declaration.group(1).equals("1.0")) {
        inspection.report("BadXmlVersion", declaration.group(1));
      }
    }
    if (!declared.equalsIgnoreCase("utf-8")) {
      inspection.report("NotUTF8", declared);
    }
    if (charset.isPresent() && !charset.get().equalsIgnoreCase(declared)) {
      inspection.report("EncodingMismatch", charset.get() + " and " + declared);
    }
  }

  /** The tree of a document; empty when it is not well-formed, which is reported. */
  static Optional<Document> parse(String source, Inspection inspection) {
    SAXBuilder builder = new SAXBuilder();
    builder.setJDOMFactory(new LocatedJDOMFactory());
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setExpandEntities(false);
    try {
      return Optional.of(builder.build(new StringReader(withoutMark(source))));
    } catch (JDOMException e) {
      String message = String.valueOf(e.getMessage());
      boolean entity = message.contains("entity \"");
      inspection.report(entity ? "UndefinedNamedEntity" : "SAXError", message);
      return Optional.empty();
    } catch (IOException e) {
      throw new AssertionError("a string has no broken pipe", e);
    }
  }

  /** Checks the characters of every text and every attribute. */
  static void checkCharacters(Element element, Inspection inspection) {
    checkCharacters(element.getText(), element, inspection);
    for (Attribute attribute : element.getAttributes()) {
      checkCharacters(attribute.getValue(), element, inspection);
    }
    element.getChildren().forEach(child -> checkCharacters(child, inspection));
  }

  /** Checks every language and every base that an element or one below it declares. */
  static void checkXmlAttributes(Element element, Inspection inspection) {
    String language = element.getAttributeValue("lang", Namespace.XML_NAMESPACE);
    if (language != null && !language.isEmpty()) {
      TextRules.language(language, element, inspection);
    }
    String base = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
    if (base != null) {
      UrlRules.reference(base, element, inspection);
    }
    element.getChildren().forEach(child -> checkXmlAttributes(child, inspection));
  }

  /** Whether a text has characters that only a wrong decoding leaves behind. */
  static boolean isDamaged(String text) {
    return OBSOLETE.matcher(text).find()
        || VIETNAMESE_TWICE.matcher(text).find()
        || isEncodedTwice(text);
  }

  private static boolean isEncodedTwice(String text) {
    boolean latin1 = text.chars().allMatch(c -> c < 256) && text.chars().anyMatch(c -> c > 127);
    if (!latin1) {
      return false;
    }
    byte[] again = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(again));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static void checkCharacters(String text, Element where, Inspection inspection) {
    if (isDamaged(text)) {
      inspection.report("BadCharacters", where, text.strip());
    }
  }

  private static String withoutMark(String source) {
    return source.startsWith(BYTE_ORDER_MARK) ? source.substring(1) : source;
  }
}
