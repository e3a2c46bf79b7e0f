/**
 * What the fields of a request mean: pure functions from their lines to a decision (RFC 9110 §12
 * and §13, RFC 3229, RFC 7239).
 */
@NullMarked
package vn.bantin.field;

import org.jspecify.annotations.NullMarked;
