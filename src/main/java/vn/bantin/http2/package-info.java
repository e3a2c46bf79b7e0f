/**
 * HTTP/2 (RFC 9113) within bounds: Undertow's, under a scanner of frames that counts what a
 * connection is sent and says goodbye in time.
 */
@NullMarked
package vn.bantin.http2;

import org.jspecify.annotations.NullMarked;
