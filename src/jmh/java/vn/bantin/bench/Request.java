package vn.bantin.bench;

import java.util.List;

/**
 * What is asked again and again.
 *
 * @param method GET or HEAD
 * @param headers lines such as {@code Accept-Encoding: gzip}
 */
record Request(Listener listener, String method, String url, List<String> headers) {

  Request {
    headers = List.copyOf(headers);
  }
}
