/** What changed since last time: one path, whether this process made the change or another did. */
@NullMarked
package vn.bantin.change;

import org.jspecify.annotations.NullMarked;
