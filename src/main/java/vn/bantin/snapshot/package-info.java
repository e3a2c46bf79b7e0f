/** The bytes that readers get, with their validators, ready before they ask. Immutable. */
@NullMarked
package vn.bantin.snapshot;

import org.jspecify.annotations.NullMarked;
