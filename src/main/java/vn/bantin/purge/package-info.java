/** Tells the caches in front of Bantin which of their copies are old. */
@NullMarked
package vn.bantin.purge;

import org.jspecify.annotations.NullMarked;
