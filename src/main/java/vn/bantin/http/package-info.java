/** The web side: who may ask, and the handlers that answer. */
@NullMarked
package vn.bantin.http;

import org.jspecify.annotations.NullMarked;
