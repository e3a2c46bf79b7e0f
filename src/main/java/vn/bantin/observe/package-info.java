/** Facts about the running server worth a log line; every other room may tell them. */
@NullMarked
package vn.bantin.observe;

import org.jspecify.annotations.NullMarked;
