package vn.bantin.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a feed as the fast lane understands it: one that is complete, plain to the letter
 * and asks for nothing but what {@link FieldNames} knows. It lies in somebody else's bytes and is
 * filled anew for each request.
 *
 * <p>What it takes is a part of what RFC 9112 allows, so narrow that it can be read in one way
 * only: {@code GET} or {@code HEAD}, a path and query of small letters, digits and {@code -.+/?=&},
 * {@code HTTP/1.1}, CR and LF, no folded lines, no byte outside of printable ASCII, each field that
 * counts at most once.
 */
final class PlainRequest {

  private static final byte[] VERSION = Ascii.bytes(" HTTP/1.1\r\n");
  private static final byte[] GET = Ascii.bytes("GET /");
  private static final byte[] HEAD = Ascii.bytes("HEAD /");
  private static final byte[] CLOSE = Ascii.bytes("close");
  private static final byte[] KEEP_ALIVE = Ascii.bytes("keep-alive");
  private static final int MAX_PORT = 65_535;

  /** Whether it asks for the head alone. */
  boolean head;

  /** Whether the connection ends with the answer. */
  boolean close;

  /** Its path and query, from behind the first slash on. */
  final Span target = new Span();

  final Span acceptEncoding = new Span();
  final Span ifNoneMatch = new Span();
  final Span ifModifiedSince = new Span();
  final Span forwarded = new Span();
  final Span forwardedFor = new Span();

  private boolean host;
  private boolean connection;
  private byte[] bytes = new byte[0];

  /**
   * Reads the request that starts at {@code from}.
   *
   * @return the index behind it; -1 when it is not plain or not all there
   */
  int read(byte[] received, int from, int to) {
    bytes = received;
    head = false;
    close = false;
    host = false;
    connection = false;
    acceptEncoding.clear();
    ifNoneMatch.clear();
    ifModifiedSince.clear();
    forwarded.clear();
    forwardedFor.clear();
    int at = readRequestLine(from, to);
    int fields = 0;
    while (at >= 0 && at < to && bytes[at] != '\r') {
      at = ++fields > RequestLimits.FIELDS ? -1 : readField(at, to);
    }
    boolean whole = at >= 0 && at + 1 < to && bytes[at + 1] == '\n' && host;
    return whole ? at + 2 : -1;
  }

  private int readRequestLine(int from, int to) {
    if (startsWith(GET, from, to)) {
      target.from = from + GET.length;
    } else if (startsWith(HEAD, from, to)) {
      head = true;
      target.from = from + HEAD.length;
    } else {
      return -1;
    }
    int at = target.from;
    while (at < to && isPlainTarget(bytes[at])) {
      at++;
    }
    target.to = at;
    return startsWith(VERSION, at, to) ? at + VERSION.length : -1;
  }

  /** Reads the line at {@code from}; the index behind it, or -1. */
  private int readField(int from, int to) {
    int hash = 0;
    int at = from;
    for (int letter; at < to && (letter = FieldNames.lower(bytes[at])) != 0; at++) {
      hash = FieldNames.hash(hash, letter);
    }
    if (at == to || bytes[at] != ':') {
      return -1;
    }
    FieldNames.Meaning meaning = FieldNames.meaning(bytes, from, at, hash);
    at++;
    while (at < to && bytes[at] == ' ') {
      at++;
    }
    int value = at;
    while (at < to && bytes[at] >= ' ' && bytes[at] < 0x7f) {
      at++;
    }
    if (at + 1 >= to || bytes[at] != '\r' || bytes[at + 1] != '\n') {
      return -1;
    }
    int end = at;
    while (end > value && bytes[end - 1] == ' ') {
      end--;
    }
    return take(meaning, value, end) ? at + 2 : -1;
  }

  private boolean take(FieldNames.Meaning meaning, int from, int to) {
    return switch (meaning) {
      case HOST -> takeHost(from, to);
      case CONNECTION -> takeConnection(from, to);
      case ACCEPT_ENCODING -> acceptEncoding.take(from, to);
      case IF_NONE_MATCH -> ifNoneMatch.take(from, to);
      case IF_MODIFIED_SINCE -> ifModifiedSince.take(from, to);
      case FORWARDED -> forwarded.take(from, to);
      case X_FORWARDED_FOR -> forwardedFor.take(from, to);
      case IGNORED -> true;
      case UNKNOWN -> false;
    };
  }

  private boolean takeHost(int from, int to) {
    int at = from;
    while (at < to && isHostName(bytes[at])) {
      at++;
    }
    boolean plain = !host && at > from && (at == to || (bytes[at] == ':' && isPort(at + 1, to)));
    host = true;
    return plain;
  }

  private boolean isPort(int from, int to) {
    int port = 0;
    for (int at = from; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9 || at - from == 5) {
        return false;
      }
      port = 10 * port + digit;
    }
    return port > 0 && port <= MAX_PORT;
  }

  private boolean takeConnection(int from, int to) {
    boolean again = connection;
    connection = true;
    close = to - from == CLOSE.length && startsWith(CLOSE, from, to);
    boolean stays = to - from == KEEP_ALIVE.length && startsWith(KEEP_ALIVE, from, to);
    return !again && (close || stays);
  }

  private boolean startsWith(byte[] word, int from, int to) {
    return Ascii.startsWith(bytes, from, to, word);
  }

  private static boolean isPlainTarget(byte b) {
    return isPlainName(b) || b == '/' || b == '+' || b == '?' || b == '=' || b == '&';
  }

  private static boolean isPlainName(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '.';
  }

  private static boolean isHostName(byte b) {
    return isPlainName(b) || (b >= 'A' && b <= 'Z');
  }

  /** A stretch of the request's bytes. */
  static final class Span {
    int from;
    int to;

    /** Whether there is one. */
    boolean isThere() {
      return from >= 0;
    }

    /** Its text as the only line of a field; null when there is none. */
    @Nullable List<String> line(byte[] bytes) {
      return isThere() ? List.of(Ascii.text(bytes, from, to)) : null;
    }

    private void clear() {
      from = -1;
      to = -1;
    }

    private boolean take(int begin, int end) {
      boolean first = from < 0;
      from = begin;
      to = end;
      return first;
    }
  }
}
