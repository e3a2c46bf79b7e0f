package vn.bantin.feed;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;

/** The rules for what a person reads outside of an article's body, and for words from lists. */
final class TextRules {

  private static final Pattern END_TAG = Pattern.compile("</(\\w+)>");
  private static final Pattern REFERENCE =
      Pattern.compile("&(#?\\w+)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern MARKUP_START = Pattern.compile("&#[x0-9]|<[/a-zA-Z]");
  private static final Pattern MAIL =
      Pattern.compile("[\\w.+'-]+@(?:[A-Za-z0-9-]+\\.)+[A-Za-z0-9][A-Za-z0-9-]*");
  private static final Pattern MAIL_AND_NAME = Pattern.compile(MAIL.pattern() + " \\([^()]+\\)");
  private static final Pattern TOKEN = Pattern.compile("[^\\s()<>,;:\\\\\"/\\[\\]?=]+");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(TOKEN + "/" + TOKEN + "(\\s*;\\s*" + TOKEN + "=(\"[^\"]*\"|" + TOKEN + "))*");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private TextRules() {}

  /** Text in which nothing looks like markup, once the XML has been decoded. */
  static void plain(String value, Element where, Inspection inspection) {
    plain("ContainsHTML", value, where, inspection);
  }

  /** Text that an Atom feed declares to be plain. */
  static void declaredPlain(String value, Element where, Inspection inspection) {
    plain("ContainsUndeclaredHTML", value, where, inspection);
  }

  /** Plain text that says something. */
  static void title(String value, Element where, Inspection inspection) {
    notBlank(value, where, inspection);
    plain(value, where, inspection);
  }

  /** Any text but none. */
  static void notBlank(String value, Element where, Inspection inspection) {
    if (value.isBlank()) {
      inspection.report("NotBlank", where, "says nothing");
    }
  }

  /** A value without white space around it; for elements, whose text was stripped before. */
  static void unpadded(Element element, Inspection inspection) {
    if (!element.getText().equals(element.getText().strip())) {
      inspection.report("UnexpectedWhitespace", element, "around the value");
    }
  }

  /** A person's name, without an address in angle brackets. */
  static void name(String value, Element where, Inspection inspection) {
    title(value, where, inspection);
    if (value.contains("<") && MAIL.matcher(value).find()) {
      inspection.report("ContainsEmail", where, value);
    }
  }

  /** A mail address alone. */
  static void mail(String value, Element where, Inspection inspection) {
    if (!MAIL.matcher(value).matches()) {
      inspection.report("InvalidAddrSpec", where, value);
    }
  }

  /** A mail address followed by the name in parentheses, as RSS has it. */
  static void contact(String value, Element where, Inspection inspection) {
    if (value.indexOf('@') <= 0) {
      inspection.report("InvalidContact", where, value);
    } else if (!value.endsWith(")")) {
      inspection.report(value.contains(" ") ? "EmailFormat" : "MissingRealName", where, value);
    } else if (!MAIL_AND_NAME.matcher(value).matches()) {
      inspection.report("InvalidContact", where, value);
    }
  }

  /** A language tag (RFC 5646) whose language exists. */
  static void language(String value, Element where, Inspection inspection) {
    if (!isLanguage(value)) {
      inspection.report("InvalidLanguage", where, value);
    }
  }

  /** Whether a value is a language tag whose language exists. */
  static boolean isLanguage(String value) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(value).build();
      return LANGUAGES.contains(locale.getLanguage());
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /** A media type, with or without parameters. */
  static void mediaType(String value, Element where, Inspection inspection) {
    if (!isMediaType(value)) {
      inspection.report("InvalidMIMEAttribute", where, value);
    }
  }

  /** Whether a value has the form of a media type. */
  static boolean isMediaType(String value) {
    return MEDIA_TYPE.matcher(value).matches();
  }

  /** One of the given words, letter by letter. */
  static ValueCheck oneOf(String code, String... words) {
    Set<String> allowed = Set.of(words);
    return (value, where, inspection) -> {
      if (!allowed.contains(value)) {
        inspection.report(code, where, value);
      }
    };
  }

  private static void plain(String code, String value, Element where, Inspection inspection) {
    boolean tag = END_TAG.matcher(value).results().anyMatch(end -> Tag.isKnownTag(end.group(1)));
    if (tag) {
      inspection.report(code, where, value);
      return;
    }
    boolean reference =
        REFERENCE.matcher(value).results().anyMatch(found -> looksLikeReference(found.group(1)));
    if (reference && !inspection.writesHexReferences(where)) {
      inspection.report(code, where, value);
      return;
    }
    boolean rss = where.getDocument().getRootElement().getName().equals("rss");
    if (rss && MARKUP_START.matcher(value).find() && !inspection.writesHexReferences(where)) {
      inspection.report("CharacterData", where, value);
    }
  }

  private static boolean looksLikeReference(String name) {
    return Entities.isNamedEntity(name) || !name.chars().allMatch(Character::isLetter);
  }
}
