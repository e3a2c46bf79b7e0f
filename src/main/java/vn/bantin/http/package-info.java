/**
 * The web side: what a request asks for, decided by pure functions, and the handlers that answer.
 */
@NullMarked
package vn.bantin.http;

import org.jspecify.annotations.NullMarked;
