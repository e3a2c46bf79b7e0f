/** Who may do what: tokens, what they allow, and how one is known again. */
@NullMarked
package vn.bantin.access;

import org.jspecify.annotations.NullMarked;
