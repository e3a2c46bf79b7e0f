/**
 * Sockets, the threads that serve them, and the ways from a socket to HTTP: TLS, the PROXY
 * protocol. The interfaces are those that Undertow builds on, over the JDK's own channels.
 *
 * <p>In place of XNIO's own, whose connections all come through one more thread. Here the thread
 * that takes a connection serves it, and one that is answered and closed at once was never watched:
 * it costs half.
 */
@NullMarked
package vn.bantin.net;

import org.jspecify.annotations.NullMarked;
